using VideoIndex.Media;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Shots;
using VideoIndex.Vision.Looks;
using VideoIndex.Vision.ScreenText;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Ffmpeg.Tests.Frames;

/// <summary>The taps the command line wires.</summary>
internal static class RealTaps
{
    public static FrameTaps Of(PictureTrack track, Segment segment) => With(new FrameScorer()) with
    {
        Analyst = new LookAnalyst(),
        Spotter = new TextSpotter(track.Rotation, segment.From is null ? 3 : 4),
    };

    public static FrameTaps With(IFrameScorer scorer) => new(scorer, new FrameSketcher(), null, null);
}
