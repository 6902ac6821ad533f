using System.Diagnostics;
using VideoIndex.Accuracy.Logos.Drawing;

namespace VideoIndex.Accuracy.Logos.Planting;

/// <summary>A real clip that marks are planted over. It is read, and never copied into a folder of the project.</summary>
internal sealed record RealFootage(string File)
{
    private static readonly string[] Extensions = [".mp4", ".mkv", ".webm", ".mpg", ".ts"];

    /// <summary>Returns the clips below a folder that have two seconds of pictures or more, by name.</summary>
    public static List<RealFootage> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Extensions.Contains(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal).Where(file => RealView.Thumbs(file, 50).Count == 50).Select(file => new RealFootage(file))];
}

/// <summary>A real clip as what is behind the marks: its camera is followed by how the picture shifts from frame to frame. Its last frame stays if it is too short.</summary>
internal sealed class RealView : IView
{
    private const int Wide = 240, High = 135, Far = 8;

    private readonly List<Matrix> _ways = [Matrix.One];
    private readonly RealFootage _real;
    private readonly (int Width, int Height) _size;
    private readonly Frame _last;
    private Process? _ffmpeg;
    private int _read = -1;

    public RealView(RealFootage real, int width, int height, int frames)
    {
        (_real, _size, _last) = (real, (width, height), new Frame(width, height));
        var thumbs = Thumbs(real.File, frames);
        for (var (at, x, y) = (1, 0.0, 0.0); at < frames; at++)
        {
            var (dx, dy) = at < thumbs.Count ? Shift(thumbs[at - 1], thumbs[at]) : (0, 0);
            (x, y) = (x + (dx * width / Wide), y + (dy * height / High));
            _ways.Add(Matrix.Move(x, y));
        }
    }

    public IReadOnlyList<Matrix> Ways => _ways;

    public void Draw(Frame to, int frame)
    {
        _ffmpeg ??= Ffmpeg.Start(["-i", _real.File, "-an", "-vf", $"fps=25,scale={_size.Width}:{_size.Height}:force_original_aspect_ratio=increase,crop={_size.Width}:{_size.Height},format=yuv420p", "-f", "rawvideo", "-"], input: false);
        while (_read < frame && _last.Read(_ffmpeg.StandardOutput.BaseStream))
        {
            _read++;
        }

        to.Mix(_last, 1);
        if (frame + 1 >= _ways.Count && !_ffmpeg.HasExited)
        {
            _ffmpeg.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Returns the first frames of a clip, small, at 25 a second; what cannot be read is left out.</summary>
    public static List<byte[]> Thumbs(string file, int frames)
    {
        var (thumbs, thumb) = (new List<byte[]>(), new byte[Wide * High]);
        using var ffmpeg = Ffmpeg.Start(["-i", file, "-an", "-frames:v", $"{frames}", "-vf", $"fps=25,scale={Wide}:{High}:force_original_aspect_ratio=increase,crop={Wide}:{High},format=gray", "-f", "rawvideo", "-"], input: false);
        while (ffmpeg.StandardOutput.BaseStream.ReadAtLeast(thumb, thumb.Length, throwOnEndOfStream: false) == thumb.Length)
        {
            thumbs.Add([.. thumb]);
        }

        ffmpeg.WaitForExit(Timeout.Infinite); // a damaged clip ends badly, and so does one without pictures
        return thumbs;
    }

    // The shift with the least sum of differences, and a parabola through its neighbours for the part of a pixel.
    private static (double X, double Y) Shift(byte[] from, byte[] to)
    {
        var (best, least) = ((X: 0, Y: 0), long.MaxValue);
        for (var y = -Far; y <= Far; y++)
        {
            for (var x = -Far; x <= Far; x++)
            {
                var sum = Difference(from, to, x, y);
                (best, least) = sum < least ? ((x, y), sum) : (best, least);
            }
        }

        return (best.X + Part(Difference(from, to, best.X - 1, best.Y), least, Difference(from, to, best.X + 1, best.Y)),
            best.Y + Part(Difference(from, to, best.X, best.Y - 1), least, Difference(from, to, best.X, best.Y + 1)));

        static double Part(long before, long here, long after) => before + after == 2 * here ? 0 : Math.Clamp((before - after) / (2.0 * (before + after - (2 * here))), -0.5, 0.5);
    }

    private static long Difference(byte[] from, byte[] to, int x, int y)
    {
        var sum = 0L;
        for (var row = Far + 1; row < High - Far - 1; row += 2)
        {
            for (var column = Far + 1; column < Wide - Far - 1; column += 2)
            {
                sum += Math.Abs(from[row * Wide + column] - to[(row + y) * Wide + column + x]);
            }
        }

        return sum;
    }
}
