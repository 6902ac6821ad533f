using System.Text.RegularExpressions;

namespace VideoIndex.Interchange.Importing.Tables.Markers;

/// <summary>What a column of a list of markers says.</summary>
internal enum MarkerColumnKind
{
    /// <summary>When a marker begins.</summary>
    Start,

    /// <summary>When it ends: the first moment after it.</summary>
    End,

    /// <summary>How long it is.</summary>
    Duration,

    /// <summary>What it is called.</summary>
    Name,

    /// <summary>What is said of it besides.</summary>
    Remark,

    /// <summary>What kind of thing it is.</summary>
    Kind,

    /// <summary>How sure its author is.</summary>
    Confidence,

    /// <summary>Who speaks.</summary>
    Speaker,

    /// <summary>The language of its words.</summary>
    Language,

    /// <summary>A column of our own tables, by its heading.</summary>
    Own,

    /// <summary>A column nobody here understands.</summary>
    Unknown,
}

/// <summary>What the numbers in a column of times count.</summary>
internal enum MarkerUnit
{
    /// <summary>The heading does not say: a bare number is seconds.</summary>
    Unsaid,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>Frames, from 0 for the first.</summary>
    Frames,
}

/// <summary>One column.</summary>
/// <param name="At">Its place, from 0.</param>
/// <param name="Heading">Its heading as it stands.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Unit">What its numbers count, where it holds times.</param>
internal sealed record MarkerColumn(int At, string Heading, MarkerColumnKind Kind, MarkerUnit Unit);

/// <summary>The columns of a list of markers, by their headings.</summary>
/// <param name="All">The columns, in the table's order.</param>
internal sealed partial record MarkerColumns(IReadOnlyList<MarkerColumn> All)
{
    // What our own tables have besides; some of it is derived, and read from what it is derived of.
    private static readonly string[] Own =
        ["video_id", "video", "path", "frame_rate", "timecode", "status", "origin_kind", "origin", "origin_version", "box_left", "box_top", "box_width", "box_height", "colour", "merged", "how"];

    /// <summary>Gets whether the table is one of our own, whose fields are guarded.</summary>
    public bool IsOwn { get; private init; }

    /// <summary>Reads the headings.</summary>
    public static MarkerColumns Of(IReadOnlyList<string> headings)
    {
        var isOwn = headings.Contains("video_id") && headings.Contains("origin_kind");
        return new MarkerColumns([.. headings.Select((heading, at) => Column(heading.Trim(), at, isOwn))]) { IsOwn = isOwn };
    }

    /// <summary>Returns the columns of one kind, in the table's order.</summary>
    public IEnumerable<MarkerColumn> Of(MarkerColumnKind kind) => All.Where(column => column.Kind == kind);

    private static MarkerColumn Column(string heading, int at, bool isOwn)
    {
        if (isOwn && Own.Contains(heading))
        {
            return new MarkerColumn(at, heading, MarkerColumnKind.Own, default);
        }

        var word = string.Concat(heading.ToLowerInvariant().Where(char.IsLetterOrDigit));
        foreach (var (pattern, kind) in ((Regex, MarkerColumnKind)[])[(StartWords(), MarkerColumnKind.Start), (EndWords(), MarkerColumnKind.End), (DurationWords(), MarkerColumnKind.Duration)])
        {
            if (pattern.Match(word) is { Success: true } match)
            {
                return new MarkerColumn(at, heading, kind, Unit(match.Groups["unit"].Value));
            }
        }

        var said = word switch
        {
            "name" or "label" or "title" or "marker" or "markername" or "text" or "words" or "caption" or "subject" or "tag" => MarkerColumnKind.Name,
            "comment" or "comments" or "note" or "notes" or "description" or "remark" or "remarks" => MarkerColumnKind.Remark,
            "kind" or "type" or "category" or "group" or "class" or "markertype" => MarkerColumnKind.Kind,
            "confidence" or "score" or "probability" or "certainty" => MarkerColumnKind.Confidence,
            "speaker" or "character" or "who" => MarkerColumnKind.Speaker,
            "language" or "lang" => MarkerColumnKind.Language,
            _ => MarkerColumnKind.Unknown,
        };
        return new MarkerColumn(at, heading, said, default);
    }

    private static MarkerUnit Unit(string word) => word switch
    {
        "" => MarkerUnit.Unsaid,
        "ms" or "millis" or "milliseconds" => MarkerUnit.Milliseconds,
        "f" or "frame" or "frames" => MarkerUnit.Frames,
        _ => MarkerUnit.Seconds,
    };

    [GeneratedRegex("^((timecode|time|tc|markers?|mark|clip|cue|source|src|record|rec|sequence)?(start|begins?|in|from)(timecode|time|tc|point)?|timecode|time|tc|timestamp|position|at|(?=frame))(?<unit>seconds|secs?|s|ms|millis|milliseconds|frames?|f)?(number)?$", RegexOptions.CultureInvariant)]
    private static partial Regex StartWords();

    [GeneratedRegex("^(timecode|time|tc|markers?|mark|clip|cue|source|src|record|rec|sequence)?(ends?|out|to|stop|finish)(timecode|time|tc|point)?(?<unit>seconds|secs?|s|ms|millis|milliseconds|frames?|f)?$", RegexOptions.CultureInvariant)]
    private static partial Regex EndWords();

    [GeneratedRegex("^(markers?|clip|cue)?(duration|length|dur)(timecode|time|tc)?(in)?(?<unit>seconds|secs?|s|ms|millis|milliseconds|frames?|f)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DurationWords();
}
