using System.Globalization;
using VideoIndex.Accuracy.Scenes;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Vision.Looks;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Accuracy.Facts;

/// <summary>Measures what sketching a frame and looking at a picture cost, on one core, with scoring a frame beside them.</summary>
internal static class FactsSpeed
{
    private const int Frames = 64;

    public static int Run()
    {
        var frames = Draw();
        var (sketcher, sketch, scorer) = (new FrameSketcher(), new byte[FrameSketches.Size], new FrameScorer());
        var (analyst, facts, planes) = (new LookAnalyst(), new byte[LookFacts.Size], new byte[LookPicture.Size(1920, 1080)]);
        new Random(1).NextBytes(planes);
        for (var round = 0; round < 5; round++)
        {
            var sketching = Measure(16 * Frames, frame => sketcher.Sketch(frames[frame % Frames], sketch));
            var scoring = Measure(4 * Frames, frame => scorer.Score(frames[frame % Frames]));
            var looking = Measure(64, _ => analyst.Look(new LookPicture(1920, 1080, planes), facts));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"sketching {sketching:0.0} us a frame, scoring {scoring:0.0}, looking at 1080p {looking:0} us"));
        }

        return 0;
    }

    private static double Measure(int times, Action<int> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var time = 0; time < times; time++)
        {
            work(time);
        }

        return TimeProvider.System.GetElapsedTime(start).TotalMicroseconds / times;
    }

    private static byte[][] Draw()
    {
        var (scene, picture, frames) = (PlaceScene.Any(new Random(3), Family.Tune), new Picture(), new byte[Frames][]);
        for (var frame = 0; frame < Frames; frame++)
        {
            scene.Draw(picture, frame / 25.0);
            frames[frame] = new byte[GrayFrame.Size];
            for (var row = 0; row < GrayFrame.Height; row++)
            {
                picture.Luma.AsSpan(row * Picture.Width, GrayFrame.Width).CopyTo(frames[frame].AsSpan(row * GrayFrame.Width));
            }
        }

        return frames;
    }
}
