using VideoIndex.Videos;

namespace VideoIndex.Jobs;

/// <summary>Names a job by what it does, so that asking twice is asking once.</summary>
/// <param name="Stage">The stage that does it: <c>analyze-frames</c>.</param>
/// <param name="Video">The video it is done for.</param>
/// <param name="Run">Which analysis of the video it belongs to, from 1: see <see cref="Video.Run"/>.</param>
/// <param name="Unit">Which part of the video: a segment's first timestamp, say; empty for the whole.</param>
public sealed record JobKey(string Stage, VideoId Video, int Run, string Unit = "")
{
    /// <summary>Returns the key as one text: <c>analyze-frames/0123.../1/90000</c>.</summary>
    public override string ToString() => string.Create(null, $"{Stage}/{Video}/{Run}/{Unit}");
}
