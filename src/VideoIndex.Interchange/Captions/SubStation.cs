using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Captions;

/// <summary>Reads SubStation Alpha captions, both kinds (<c>.ssa</c>, <c>.ass</c>).</summary>
/// <remarks>Styles, pictures and comments are passed over. Times are exact to the hundredth the format has.</remarks>
public static class SubStation
{
    private const string Columns = "Format:";
    private const string Line = "Dialogue:";

    // The order of both kinds; a file's own "Format:" line overrules it.
    private static readonly string[] Usual = ["layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text"];

    /// <summary>Reads the text of a file. Never throws; what cannot be read is a complaint.</summary>
    public static CaptionFile Read(string text)
    {
        var cues = new CueList();
        var columns = Usual;
        var inEvents = false;
        foreach (var line in TextLines.Of(text).Select(line => line.Trim()))
        {
            if (line.StartsWith('['))
            {
                inEvents = line.Equals("[Events]", StringComparison.OrdinalIgnoreCase);
            }
            else if (inEvents && line.StartsWith(Columns, StringComparison.OrdinalIgnoreCase))
            {
                columns = [.. line[Columns.Length..].Split(',').Select(column => column.Trim().ToLowerInvariant())];
            }
            else if (inEvents && line.StartsWith(Line, StringComparison.OrdinalIgnoreCase))
            {
                Add(line[Line.Length..].Split(',', Math.Max(1, columns.Length)), columns, cues); // the last column may hold commas
            }
        }

        return cues.ToFile();
    }

    private static void Add(string[] fields, string[] columns, CueList cues)
    {
        if (CueTime.TryRead(Field("start").Trim(), out var start) && CueTime.TryRead(Field("end").Trim(), out var end))
        {
            cues.Add(start, end, CaptionText.FromSubStation(Field("text")));
        }
        else
        {
            cues.AddUnreadable();
        }

        string Field(string column)
        {
            var place = Array.IndexOf(columns, column);
            return place >= 0 && place < fields.Length ? fields[place] : "";
        }
    }
}
