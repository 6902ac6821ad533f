using VideoIndex.Media;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Shots;
using VideoIndex.Vision.Looks;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Ffmpeg.Tests.Frames;

/// <summary>The taps the command line wires.</summary>
internal static class RealTaps
{
    public static FrameTaps Of(PictureTrack track, Segment segment) => With(new FrameScorer());

    public static FrameTaps With(IFrameScorer scorer) => new(scorer, new FrameSketcher(), null, null);
}
