using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.EditLists;

/// <summary>Makes tags of what a list says, as far as the video goes.</summary>
/// <param name="order">What the list is read for.</param>
/// <param name="complaints">Takes what lies outside the video.</param>
internal sealed class ListTags(ImportOrder order, Complaints complaints)
{
    private readonly List<Tag> _tags = [];

    /// <summary>Gets the tags, by start, then end.</summary>
    public IReadOnlyList<Tag> All => [.. _tags.OrderBy(tag => tag.Span.Start).ThenBy(tag => tag.Span.End).DistinctBy(tag => tag.Id)];

    /// <summary>Adds one; what is outside the video is cut off, or left out where nothing is left.</summary>
    /// <param name="span">When.</param>
    /// <param name="label">What it is called; its colour, else its kind, where that is nothing.</param>
    /// <param name="note">What is said of it; null for nothing.</param>
    /// <param name="colour">Its colour; null for none.</param>
    /// <param name="where">Where it stands in the list: <c>line 7</c>.</param>
    public void Add(MediaSpan span, string label, string? note, string? colour, string where)
    {
        var extent = order.Video.Extent;
        var name = label.Trim() is { Length: > 0 } said ? said : colour ?? Kind;
        if (!span.Overlaps(extent))
        {
            complaints.Say("are outside the video and were left out", $"'{Short(name)}' in {where} is outside the video and was left out.");
            return;
        }

        var start = span.Start < extent.Start ? extent.Start : span.Start;
        var end = span.End > extent.End ? extent.End : span.End;
        if (end - start < span.Duration)
        {
            complaints.Say("reach beyond the video and were cut off", $"'{Short(name)}' in {where} reaches beyond the video and was cut off.");
        }

        _tags.Add(new Tag(order.Video.Id, new MediaSpan(start, end), Kind, name, new Confidence(1), order.Origin) { How = HowOf(note, colour) });
    }

    private string Kind => order.Kind ?? "marker";

    private static string? HowOf(string? note, string? colour) => (note?.Trim(), colour?.ToLowerInvariant()) switch
    {
        (null or "", null) => null,
        (null or "", var painted) => $"marked {painted}",
        (var said, null) => said,
        var (said, painted) => $"{said} (marked {painted})",
    };

    private static string Short(string name) => name.Length <= 60 ? name : name[..(char.IsHighSurrogate(name[59]) ? 59 : 60)] + "…";
}
