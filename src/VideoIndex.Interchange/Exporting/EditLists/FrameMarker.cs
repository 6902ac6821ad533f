using System.Globalization;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.EditLists;

/// <summary>A marker on a frame, for editors that keep one marker a frame.</summary>
/// <param name="Frames">The frames it lasts.</param>
/// <param name="Moments">What it says: all that begins at its frame.</param>
internal sealed record FrameMarker(FrameRange Frames, IReadOnlyList<ExportMoment> Moments)
{
    /// <summary>Gets its colour: that of the first.</summary>
    public MarkerColour Colour => Moments[0].Colour;

    /// <summary>Returns the markers of a video in order. It lasts as long as the longest of what begins at its frame.</summary>
    public static IReadOnlyList<FrameMarker> Of(ExportedVideo video, TimecodeTrack labels) =>
    [
        .. video.Moments.Select(moment => (Frames: labels.FramesOf(moment.Span), Moment: moment))
            .GroupBy(one => one.Frames.First)
            .OrderBy(same => same.Key)
            .Select(same => new FrameMarker(new FrameRange(same.Key, same.Max(one => one.Frames.Until)), [.. same.Select(one => one.Moment)])),
    ];

    /// <summary>Returns what a person should know where moments were made one.</summary>
    public static IEnumerable<string> Notes(ExportedVideo video, IReadOnlyList<FrameMarker> markers, string editor)
    {
        return markers.Count == video.Moments.Count
            ? []
            : [string.Create(CultureInfo.InvariantCulture, $"'{video.Name}' has {video.Moments.Count} moments that begin at {markers.Count} frames: {editor} keeps one marker a frame, so what begins at one frame shares a marker that lasts as long as the longest.")];
    }
}
