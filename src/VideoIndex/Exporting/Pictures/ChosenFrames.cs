using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Exporting.Pictures;

/// <summary>Tells which frames of those kept in evidence a moment holds: the ones an edit list names. Pure.</summary>
public static class ChosenFrames
{
    /// <summary>Returns the frames on screen in a span, counted as the evidence counts them: at least one.</summary>
    /// <remarks>
    /// Where the rate is constant they are those <see cref="TimecodeTrack.FramesOf"/> names; of one that is missing in the file, the one before it
    /// is on screen in its place. Where the rate varies they are those on screen by their own times.
    /// </remarks>
    public static FrameRange Of(Video video, FrameEvidence evidence, MediaSpan span)
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(evidence);
        if (video.Timecodes is not { } track)
        {
            var start = evidence.FrameAt(span.Start);
            var last = evidence.FrameAt(span.End);
            return new FrameRange(start, Math.Max(start + 1, evidence.TimeOf(last) < span.End ? last + 1 : last));
        }

        var named = track.FramesOf(span);
        var first = OnScreen(track, evidence, named.First);
        return new FrameRange(first, Math.Max(first + 1, OnScreen(track, evidence, named.Last) + 1));
    }

    /// <summary>Returns from where to where frames are on screen, on the video's own timeline.</summary>
    public static MediaSpan SpanOf(FrameEvidence evidence, FrameRange frames)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return new MediaSpan(evidence.TimeOf((int)frames.First), frames.Until < evidence.Count ? evidence.TimeOf((int)frames.Until) : evidence.End);
    }

    /// <summary>Returns the frame whose picture stands for a span: of the keyframes in it the one nearest its middle, else the frame in its middle.</summary>
    public static int Picture(VideoContents contents, FrameEvidence evidence, MediaSpan span)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var frames = Of(contents.Video, evidence, span);
        var middle = (int)((frames.First + frames.Last) / 2);
        return contents.Shots.Select(shot => evidence.FrameAt(shot.KeyframeTime))
            .Where(frame => frame >= frames.First && frame <= frames.Last)
            .OrderBy(frame => Math.Abs(frame - middle))
            .FirstOrDefault(middle);
    }

    /// <summary>Returns which frame of a video each frame of a film of constant rate shows that plays a span of it.</summary>
    /// <param name="video">The video.</param>
    /// <param name="evidence">Its frames.</param>
    /// <param name="span">The span.</param>
    /// <param name="rate">The film's rate.</param>
    /// <returns>
    /// At the video's own rate every frame once, one that is missing in the file being the one before it; at another rate the one that is on screen when each
    /// frame of the film begins, so that the first is always right.
    /// </returns>
    public static IReadOnlyList<int> InFilm(Video video, FrameEvidence evidence, MediaSpan span, FrameRate rate)
    {
        ArgumentNullException.ThrowIfNull(video);
        var frames = Of(video, evidence, span);
        var (first, last) = ((int)frames.First, (int)frames.Last);
        if (video.Timecodes is { } track && track.First.Rate == rate)
        {
            var from = track.FrameAt(evidence.TimeOf(first));
            return [.. Range(track.FrameAt(evidence.TimeOf(last)) - from + 1).Select(frame => Held(OnScreen(track, evidence, from + frame)))];
        }

        var whole = SpanOf(evidence, frames);
        var slack = new MediaDuration(rate.FrameDuration.Seconds * new Rational(1, 8));
        var count = Math.Max(1, -(-(whole.Duration.Seconds * rate.FramesPerSecond)).Floor());
        return [.. Range(count).Select(frame => Held(evidence.FrameAt(whole.Start + new MediaDuration(rate.StartOf(frame).Seconds) + slack)))];

        int Held(int frame) => Math.Clamp(frame, first, last);
    }

    // The last frame of the evidence that is the one of that number, or comes before it; the first of all for what comes before them.
    private static int OnScreen(TimecodeTrack track, FrameEvidence evidence, long number)
    {
        var (low, high) = (0, evidence.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = track.FrameAt(evidence.TimeOf(middle)) <= number ? (middle + 1, high) : (low, middle);
        }

        return Math.Max(0, low - 1);
    }

    private static IEnumerable<long> Range(long count)
    {
        for (var at = 0L; at < count; at++)
        {
            yield return at;
        }
    }
}
