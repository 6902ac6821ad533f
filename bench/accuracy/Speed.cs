using VideoIndex.Accuracy.Scenes;
using VideoIndex.Media;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Accuracy;

/// <summary>Measures what scoring one frame costs, on one core, over frames that move.</summary>
internal static class Speed
{
    public static int Run()
    {
        const int Frames = 64, Rounds = 5;
        var (scene, picture) = (PlaceScene.Any(new Random(3), Family.Tune), new Picture());
        var frames = new byte[Frames][];
        for (var frame = 0; frame < Frames; frame++)
        {
            scene.Draw(picture, frame / 25.0);
            frames[frame] = new byte[GrayFrame.Size];
            for (var row = 0; row < GrayFrame.Height; row++)
            {
                picture.Luma.AsSpan(row * Picture.Width, GrayFrame.Width).CopyTo(frames[frame].AsSpan(row * GrayFrame.Width));
            }
        }

        var scorer = new FrameScorer();
        for (var round = 0; round < Rounds; round++)
        {
            var (allocated, start) = (GC.GetAllocatedBytesForCurrentThread(), TimeProvider.System.GetTimestamp());
            for (var turn = 0; turn < 16; turn++)
            {
                foreach (var frame in frames)
                {
                    scorer.Score(frame);
                }
            }

            var milliseconds = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds / (16 * Frames);
            Console.WriteLine($"{milliseconds:0.000} ms a frame, {GC.GetAllocatedBytesForCurrentThread() - allocated} bytes allocated in {16 * Frames} frames");
        }

        return 0;
    }
}
