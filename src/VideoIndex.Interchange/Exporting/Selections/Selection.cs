using VideoIndex.Exporting;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Exporting.Selections;

/// <summary>Moments somebody chose, as a file holds them.</summary>
/// <param name="Title">What the selection is called; null where the file does not say.</param>
/// <param name="Moments">The moments, in the file's order.</param>
public sealed record Selection(string? Title, IReadOnlyList<SelectedMoment> Moments);

/// <summary>A chosen moment and the video it is of.</summary>
/// <param name="Video">The video's id; null where the file names it by its path alone.</param>
/// <param name="Path">The path the video had when the file was written; null where the file does not say. One of the two is there.</param>
/// <param name="Moment">The moment.</param>
public sealed record SelectedMoment(VideoId? Video, string? Path, ExportMoment Moment);
