using VideoIndex.Media;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Pipeline.Assembly;

/// <summary>Puts frames on the video's own timeline: where zero is, and where the last frame ends.</summary>
internal static class Timeline
{
    /// <summary>Returns the evidence of all frames.</summary>
    public static FrameEvidence Of(MediaProbe probe, StitchedFrames frames) => Of(probe, frames.Timestamps, frames.Scores) with
    {
        Sketches = frames.Sketches,
        Looks = frames.Looks,
        Detections = frames.Detections,
    };

    /// <inheritdoc cref="Of(MediaProbe, StitchedFrames)"/>
    public static FrameEvidence Of(MediaProbe probe, IReadOnlyList<long> timestamps, IReadOnlyList<FrameScore> scores)
    {
        var track = probe.Pictures[0];
        var zero = PlayersZero.Of(probe, timestamps[0]);
        var end = MediaTime.FromTimestamp(EndOfLastFrame(track, timestamps), track.TimeBase);
        return new FrameEvidence(track.TimeBase, zero, timestamps, scores, new MediaTime(end.Seconds - zero.Seconds));
    }

    // The container's word for where the pictures end, if it is close to the last frame; else one usual step after it.
    private static long EndOfLastFrame(PictureTrack track, IReadOnlyList<long> timestamps)
    {
        var last = timestamps[^1];
        var step = timestamps.Count > 1 ? Math.Max(1, (last - timestamps[0]) / (timestamps.Count - 1)) : OneFrame(track);
        if (track.StartTimestamp is { } start && track.DeclaredDuration is { } length)
        {
            var declared = start + (length.Seconds / track.TimeBase).Floor();
            if (declared > last + step / 2 && declared <= last + 2 * step)
            {
                return declared;
            }
        }

        return last + step;
    }

    private static long OneFrame(PictureTrack track)
    {
        var rate = track.AverageRate ?? track.DeclaredRate ?? FrameRate.Pal;
        return Math.Max(1, (rate.FrameDuration.Seconds / track.TimeBase).Round());
    }
}
