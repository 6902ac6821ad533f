using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.EditLists;

/// <summary>Markers at the labels of a timeline, made tags of the video on it.</summary>
/// <remarks>
/// A timeline mostly begins at a whole hour, whatever its video's own timecode: where no label was given for the first frame, and none of the markers lies in
/// the video, but all do from the hour the first one is in, that hour is taken for the start, and said.
/// </remarks>
internal sealed class MarkerList(ImportOrder order, ListClock clock, Complaints complaints)
{
    private readonly List<Marker> _markers = [];

    /// <summary>Takes a marker.</summary>
    /// <param name="where">Where it stands in the list: <c>line 7</c>.</param>
    /// <param name="label">Its label, as written.</param>
    /// <param name="frames">How many frames it lasts.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="note">What is said of it.</param>
    /// <param name="colour">Its colour.</param>
    public void Add(string where, string label, long frames, string name, string? note, string? colour)
    {
        if (clock.TryRead(label, out var at))
        {
            _markers.Add(new Marker(where, at, Math.Clamp(frames, 1, at.FramesPerDay), name, note, colour));
        }
        else
        {
            complaints.Say("labels cannot be read at this rate and were left out", $"{where}: '{label}' is no timecode at {clock.Rate} frames a second, and the marker was left out. If the list counts at another rate, give it with --rate.");
        }
    }

    /// <summary>Returns what was read.</summary>
    public ImportReading Read()
    {
        var from = order.Start is null && _markers.Count > 0 && !_markers.Exists(one => IsInside(clock, one)) && HourOf(_markers.MinBy(one => one.At.Frame)!.At) is var hour
            && _markers.TrueForAll(one => IsInside(clock.From(hour), one))
            ? clock.From(hour)
            : clock;
        if (from != clock)
        {
            complaints.Say($"No marker is in a video that begins at {clock.Start}; all are in one that begins at {from.Start}, which is taken for its start. Give another with --start.");
        }

        var tags = new ListTags(order, complaints);
        foreach (var one in _markers)
        {
            tags.Add(from.SpanOf(one.At, one.Frames), one.Name, one.Note, one.Colour, one.Where);
        }

        return new ImportReading(tags.All, [], complaints.All);
    }

    private bool IsInside(ListClock with, Marker one) => with.SpanOf(one.At, 1).Overlaps(order.Video.Extent);

    private Timecode HourOf(Timecode label) => clock.TryRead(label.ToString()[..2] + ":00:00:00", out var hour) ? hour : label;

    private sealed record Marker(string Where, Timecode At, long Frames, string Name, string? Note, string? Colour);
}
