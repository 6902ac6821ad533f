using System.Globalization;
using VideoIndex.Exporting;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Importing.EditLists;

/// <summary>Reads CMX3600 edit decision lists: each event of the video's reel or clip, at its source labels, a tag; locators between them too.</summary>
/// <remarks>
/// Where no event is of the video and there are several reels, the video is taken for what was made of them: each event is where the record side has it.
/// </remarks>
internal sealed class EdlReader : IImportReader
{
    private const string ClipName = "FROM CLIP NAME:";
    private const string Locator = "LOC:";

    private static readonly HashSet<string> Colours = ["RED", "GREEN", "BLUE", "CYAN", "MAGENTA", "YELLOW", "BLACK", "WHITE", "ORANGE", "PINK", "PURPLE"];

    /// <inheritdoc/>
    public string Name => "edl";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => [".edl"];

    /// <inheritdoc/>
    public bool Recognises(string text) => EdlLines.Of(text).Events.Count > 0 && !ResolveMarkerReader.HasMarkers(text);

    /// <inheritdoc/>
    public ImportReading Read(string text, ImportOrder order)
    {
        var list = EdlLines.Of(text);
        if (list.Events.Count == 0)
        {
            throw new ImportException("bad-import", $"'{order.FileName}' has no event of an edit decision list.");
        }

        var complaints = new Complaints();
        var clock = ListClock.Of(order, IsDropFrame(list, order, complaints), complaints);
        var tags = new ListTags(order, complaints);
        var (events, atSource) = Chosen(list.Events, order.Video, complaints);
        foreach (var one in events)
        {
            Add(one, atSource, clock, tags, complaints);
        }

        return new ImportReading(tags.All, [], complaints.All);
    }

    /// <summary>Returns whether a list counts drop-frame: as its labels have it, else its heading, where the rate can.</summary>
    internal static bool IsDropFrame(EdlLines list, ImportOrder order, Complaints complaints)
    {
        if (list.HasSemicolons || list.DropFrame != true)
        {
            return list.HasSemicolons;
        }

        var rate = order.Rate ?? order.Video.Timecodes?.First.Rate;
        if (rate is { SupportsDropFrame: false })
        {
            complaints.Say($"The list says drop-frame, which there is not at {rate} frames a second: its labels are counted without.");
            return false;
        }

        return true;
    }

    private static (IEnumerable<EdlEvent> Events, bool AtSource) Chosen(IReadOnlyList<EdlEvent> all, Video video, Complaints complaints)
    {
        List<EdlEvent> pictures = [.. all.Where(one => one.HasPicture)];
        var events = pictures.Count > 0 ? pictures : all;
        if (events.Count < all.Count)
        {
            complaints.Say(string.Create(CultureInfo.InvariantCulture, $"{all.Count - events.Count} of {all.Count} events are of sound alone and were left out."));
        }

        var name = new ExportedVideo(new VideoContents(video, [], [], []), []);
        var reel = ReelNames.Of([name])[0];
        List<EdlEvent> own = [.. events.Where(one => one.Reel.Equals(reel, StringComparison.OrdinalIgnoreCase) || IsOf(one, name.Name))];
        List<string> others = [.. events.Except(own).Select(one => one.Reel).Distinct()];
        if (own.Count > 0)
        {
            if (own.Count < events.Count)
            {
                complaints.Say(string.Create(CultureInfo.InvariantCulture, $"{events.Count - own.Count} of {events.Count} events are of other reels ({Listed(others)}) and were left out."));
            }

            return (own, true);
        }

        complaints.Say(others.Count == 1
            ? $"The reel is called '{others[0]}', and the video's would be '{reel}': it is the only one, and taken for the video's."
            : $"No event is of the video's reel '{reel}' or of a clip of its name: the video is taken for what was made of the reels ({Listed(others)}), and events are where the record side has them.");
        return (events, others.Count == 1);
    }

    private static bool IsOf(EdlEvent one, string file)
    {
        var clip = one.Said(ClipName);
        return clip is { Length: > 0 } && (clip.Equals(file, StringComparison.OrdinalIgnoreCase) || clip.Equals(Path.GetFileNameWithoutExtension(file), StringComparison.OrdinalIgnoreCase));
    }

    private static string Listed(List<string> reels) => string.Join(", ", reels.Take(5)) + (reels.Count > 5 ? ", …" : "");

    private static void Add(EdlEvent one, bool atSource, ListClock clock, ListTags tags, Complaints complaints)
    {
        var where = $"line {one.Line.ToString(CultureInfo.InvariantCulture)}";
        if (!atSource && one.Reel == "BL")
        {
            return;
        }

        var labels = new Timecode[4];
        for (var at = 0; at < 4; at++)
        {
            if (!clock.TryRead(one.Labels[at], out labels[at]))
            {
                complaints.Say("events cannot be read at this rate and were left out", $"{where}: '{one.Labels[at]}' is no timecode at {clock.Rate} frames a second, and the event was left out. If the list counts at another rate, give it with --rate.");
                return;
            }
        }

        var (first, count) = atSource ? (labels[0], ListClock.Count(labels[0], labels[1])) : (labels[2], ListClock.Count(labels[2], labels[3]));
        if (ListClock.Count(labels[0], labels[1]) != ListClock.Count(labels[2], labels[3]))
        {
            complaints.Say("events do not last as long on both sides", $"{where}: the event does not last as long at its source as on the record side; the {(atSource ? "source" : "record")} side is taken.");
        }

        var locators = Locators(one, clock).ToList();
        var named = locators.FirstOrDefault(locator => locator.At == labels[2]);
        var note = string.Join(' ', one.Comments.Where(comment => comment.Text.StartsWith("COMMENT:", StringComparison.OrdinalIgnoreCase)).Select(comment => comment.Text[8..].Trim()));
        tags.Add(clock.SpanOf(first, Math.Max(1, count)), named?.Text ?? one.Said(ClipName) ?? one.Reel, note, named?.Colour, where);
        foreach (var locator in locators.Where(locator => locator != named))
        {
            var at = atSource ? clock.Shifted(labels[0], ListClock.Count(labels[2], locator.At)) : locator.At;
            tags.Add(clock.SpanOf(at, 1), locator.Text, null, locator.Colour, $"line {locator.Line.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    // * LOC: 01:00:01:14 RED     what it says
    private static IEnumerable<LocatorLine> Locators(EdlEvent one, ListClock clock)
    {
        foreach (var comment in one.Comments.Where(comment => comment.Text.StartsWith(Locator, StringComparison.OrdinalIgnoreCase)))
        {
            var fields = comment.Text[Locator.Length..].Trim().Split(' ', 2, StringSplitOptions.TrimEntries);
            if (clock.TryRead(fields[0], out var at))
            {
                var rest = fields.Length > 1 ? fields[1].Split(' ', 2, StringSplitOptions.TrimEntries) : [""];
                var isColour = Colours.Contains(rest[0]);
                yield return new LocatorLine(comment.Line, at, isColour ? rest[0] : null, isColour ? rest.Length > 1 ? rest[1] : "" : fields.Length > 1 ? fields[1] : "");
            }
        }
    }

    private sealed record LocatorLine(int Line, Timecode At, string? Colour, string Text);
}
