using System.Globalization;

namespace VideoIndex.Interchange.Importing.EditLists;

/// <summary>Reads the timeline markers DaVinci Resolve exports as an edit decision list: a note, <c>|C:</c> colour, <c>|M:</c> name, <c>|D:</c> frames.</summary>
internal sealed class ResolveMarkerReader : IImportReader
{
    private const string ColourPrefix = "ResolveColor";

    /// <inheritdoc/>
    public string Name => "resolve-markers";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => [".edl"];

    /// <inheritdoc/>
    public bool Recognises(string text) => HasMarkers(text) && EdlLines.Of(text).Events.Count > 0;

    /// <inheritdoc/>
    public ImportReading Read(string text, ImportOrder order)
    {
        var list = EdlLines.Of(text);
        if (!list.Events.Any(one => one.Comments.Exists(comment => comment.Text.Contains('|', StringComparison.Ordinal))))
        {
            throw new ImportException("bad-import", $"'{order.FileName}' has no marker of Resolve's: an event, and a line with |C:, |M: and |D: behind it.");
        }

        var complaints = new Complaints();
        var clock = ListClock.Of(order, EdlReader.IsDropFrame(list, order, complaints), complaints);
        var markers = new MarkerList(order, clock, complaints);
        foreach (var one in list.Events)
        {
            var where = $"line {one.Line.ToString(CultureInfo.InvariantCulture)}";
            if (one.Comments.Find(comment => comment.Text.Contains('|', StringComparison.Ordinal)) is not { Text: var said })
            {
                complaints.Say("events have no marker and were left out", $"{where}: the event has no marker and was left out.");
                continue;
            }

            var parts = said.Split('|');
            var frames = Part(parts, "D:") is { } written && long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1;
            var colour = Part(parts, "C:") is { } name ? name.StartsWith(ColourPrefix, StringComparison.Ordinal) ? name[ColourPrefix.Length..] : name : null;
            markers.Add(where, one.Labels[2], frames, Part(parts, "M:") ?? "", parts[0], colour);
        }

        return markers.Read();
    }

    /// <summary>Returns whether a list has marks that only Resolve writes.</summary>
    internal static bool HasMarkers(string text) => text.Contains("|M:", StringComparison.Ordinal) || text.Contains("|C:ResolveColor", StringComparison.Ordinal);

    private static string? Part(string[] parts, string mark) => parts.Skip(1).Where(part => part.StartsWith(mark, StringComparison.Ordinal)).Select(part => part[mark.Length..].Trim()).FirstOrDefault();
}
