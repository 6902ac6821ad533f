using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.ScreenText;

/// <summary>All that was seen and read of the words in one video.</summary>
/// <param name="Video">The video.</param>
/// <param name="Looks">What each look saw, in order.</param>
/// <param name="Readings">What was read, in any order; of two readings of one sighting the first counts.</param>
/// <param name="Reader">Who read it.</param>
/// <param name="TimeOf">Says when the frame with a timestamp is shown.</param>
/// <param name="End">Where the video's pictures end.</param>
public sealed record WatchedText(
    VideoId Video, IReadOnlyList<TextLook> Looks, IReadOnlyList<CropReading> Readings, Origin Reader, Func<long, MediaTime> TimeOf, MediaTime End);
