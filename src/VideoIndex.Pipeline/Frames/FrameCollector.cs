using VideoIndex.Media;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Pipeline.Frames;

/// <summary>Taps one decode: scores every frame, and keeps the pictures a keyframe may still be chosen from.</summary>
internal sealed class FrameCollector(AnalyzeFrames command, IFrameScorer scorer, IKeyframeChooser keyframes, string folder) : IFrameSink
{
    private const int FramesBetweenReports = 64;
    private readonly List<long> _timestamps = [];
    private readonly List<FrameScore> _scores = [];
    private MediaTime? _zero;

    public IKeyframeChooser Keyframes { get; } = keyframes;

    public void OnFrame(in GrayFrame frame)
    {
        _zero ??= PlayersZero.Of(command.Probe, frame.Timestamp);
        var score = scorer.Score(frame.Pixels);
        Delete(Keyframes.Add(frame.Timestamp, score, frame.Picture));
        _timestamps.Add(frame.Timestamp);
        _scores.Add(score);
        if (_scores.Count % FramesBetweenReports == 0)
        {
            command.Progress.Report(new FramesRead(_scores.Count, OnTimeline(frame.Timestamp)));
        }
    }

    /// <summary>Ends the decode and returns what was seen.</summary>
    public FrameEvidence Finish()
    {
        Delete(Keyframes.Finish());
        var track = command.Probe.Pictures[0];
        return new FrameEvidence(track.TimeBase, _zero!.Value, _timestamps, _scores, OnTimeline(EndOfLastFrame(track)));
    }

    private void Delete(IReadOnlyList<string> pictures)
    {
        foreach (var name in pictures)
        {
            File.Delete(Path.Combine(folder, name));
        }
    }

    // The container's word for where the pictures end, if it is close to the last frame; else one usual step after it.
    private long EndOfLastFrame(PictureTrack track)
    {
        var last = _timestamps[^1];
        var step = _timestamps.Count > 1 ? Math.Max(1, (last - _timestamps[0]) / (_timestamps.Count - 1)) : OneFrame(track);
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

    private MediaTime OnTimeline(long timestamp) =>
        new(MediaTime.FromTimestamp(timestamp, command.Probe.Pictures[0].TimeBase).Seconds - _zero!.Value.Seconds);
}
