using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.ScreenText;

namespace VideoIndex.Accuracy.Text;

/// <summary>Takes a file through a spotter as the product does: every frame small, and the first of each half second large.</summary>
internal static class LookReader
{
    /// <summary>A look, and what it took to spot the words in it.</summary>
    /// <param name="Frame">Its number, the first is 0.</param>
    /// <param name="Spotted">What was spotted; timestamps are frame numbers.</param>
    /// <param name="Milliseconds">How much processor time the look took.</param>
    /// <param name="Luma">Its luma.</param>
    public sealed record Taken(int Frame, SpottedText Spotted, double Milliseconds, byte[] Luma);

    /// <summary>Reads a file of a constant rate.</summary>
    /// <param name="file">The file.</param>
    /// <param name="width">The width its looks are made, even.</param>
    /// <param name="height">The height its looks are made, even.</param>
    /// <param name="rate">How many frames there are in a second.</param>
    /// <param name="spotter">What looks at it.</param>
    public static IEnumerable<Taken> Read(string file, int width, int height, int rate, ITextSpotter spotter)
    {
        using var small = Open(file, $"scale={GrayFrame.Width}:{GrayFrame.Height}:flags=fast_bilinear,format=gray");
        using var large = Open(file, $"select='not(n)+gt(floor(2*n/{rate}),floor(2*(n-1)/{rate}))',scale={width}:{height}:flags=area,format=yuvj420p");
        var (gray, planes) = (new byte[GrayFrame.Size], new byte[LookPicture.Size(width, height)]);
        for (var frame = 0; Fill(small, gray); frame++)
        {
            spotter.Pass(frame, gray);
            if ((frame == 0 || 2 * frame / rate > 2 * (frame - 1) / rate) && Fill(large, planes))
            {
                var start = Environment.CpuUsage.TotalTime;
                var spotted = spotter.Look(frame, new LookPicture(width, height, planes));
                yield return new Taken(
                    frame, spotted, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds, planes[..(width * height)]);
            }
        }

        Ffmpeg.Finish(small);
        Ffmpeg.Finish(large);
    }

    private static System.Diagnostics.Process Open(string file, string filter) => Ffmpeg.Start(
        ["-i", file, "-map", "0:v:0", "-vf", filter, "-fps_mode", "passthrough", "-f", "rawvideo", "-"], input: false);

    private static bool Fill(System.Diagnostics.Process from, byte[] to) =>
        from.StandardOutput.BaseStream.ReadAtLeast(to, to.Length, throwOnEndOfStream: false) == to.Length;
}
