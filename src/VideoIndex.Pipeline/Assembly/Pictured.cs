using VideoIndex.Pipeline.Frames;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Assembly;

/// <summary>Describes a video with pictures: its extent, rate and labels, and how whole it is.</summary>
internal static class Pictured
{
    /// <summary>Returns the video with all that its frames say of it.</summary>
    public static Video Describe(Video video, StitchedFrames frames, FrameEvidence evidence)
    {
        var probe = video.Probe!;
        var track = probe.Pictures[0];
        FrameRate?[] declared = [track.DeclaredRate, track.AverageRate];
        var rate = ConstantRate.Of([.. evidence.Timestamps], evidence.TimeBase, declared.OfType<FrameRate>());
        var condition = frames.Gaps is []
            ? Condition.Of(probe, evidence, rate, frames.Report)
            : Condition.WithGaps(probe, evidence, rate, frames);
        var labels = rate is { } kept ? FirstLabel.Of(probe.StartTimecode, probe.StartTimecodeRate, kept, evidence.TimeOf(0)) : (FirstLabel?)null;
        return video with
        {
            State = condition.State,
            Code = condition.Code,
            Sentence = condition.Sentence,
            Coverage = condition.Coverage,
            Extent = new MediaSpan(evidence.TimeOf(0), evidence.End),
            Frames = evidence.Count,
            Rate = rate,
            Timecodes = labels?.Track,
            Notes = (rate is null && probe.StartTimecode is { } unused ? Unused(unused) : labels?.Note) is { } note ? [.. video.Notes, note] : video.Notes,
        };
    }

    private static string Unused(string timecode) => $"The timecode the file carries, {timecode}, was not taken: the rate of its frames varies.";
}
