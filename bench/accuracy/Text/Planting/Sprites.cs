using System.Globalization;

namespace VideoIndex.Accuracy.Text.Planting;

/// <summary>A line of words as it was drawn once: how much of each pixel is letter, twice as large as it is planted.</summary>
internal sealed record Sprite(int Width, int Height, byte[] Cover)
{
    public const int Zoom = 2;

    /// <summary>Returns how much is letter at a point, 0 to 255; with an edge around letters of this radius.</summary>
    public int At(double x, double y, double spread)
    {
        var most = Point(x, y);
        for (var at = 0; at < 8 && spread > 0 && most < 255; at++)
        {
            var (dx, dy) = Around[at];
            most = Math.Max(most, Point(x + dx * spread, y + dy * spread));
        }

        return most;
    }

    private static readonly (double X, double Y)[] Around = [(1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7)];

    private int Point(double x, double y)
    {
        var (column, row) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (across, down) = ((int)((x - column) * 256), (int)((y - row) * 256));
        var upper = Pixel(column, row) * (256 - across) + Pixel(column + 1, row) * across;
        var lower = Pixel(column, row + 1) * (256 - across) + Pixel(column + 1, row + 1) * across;
        return (upper * (256 - down) + lower * down) >> 16;
    }

    private int Pixel(int x, int y) => (uint)x < (uint)Width && (uint)y < (uint)Height ? Cover[y * Width + x] : 0;

    /// <summary>Draws lines with FFmpeg's drawtext, all in one call.</summary>
    public static IReadOnlyList<Sprite> Draw(IReadOnlyList<Planted> lines)
    {
        const int Width = 6000;
        var tops = new List<int> { 0 };
        var filters = new List<string>();
        foreach (var line in lines)
        {
            var size = (int)Math.Round(line.Height * Zoom / CapitalShare);
            filters.Add(string.Create(CultureInfo.InvariantCulture,
                $"drawtext=fontfile=/usr/share/fonts/truetype/dejavu/{line.Font}.ttf:text={line.Words.Replace(":", "\\\\:", StringComparison.Ordinal)}:fontsize={size}:fontcolor=white:x={size}:y={tops[^1] + size / 4}"));
            tops.Add(tops[^1] + size * 2);
        }

        var sheet = new byte[Width * tops[^1]];
        using var ffmpeg = Ffmpeg.Start(
            ["-f", "lavfi", "-i", $"color=black:s={Width}x{tops[^1]}:d=1:r=1,format=gray,{string.Join(',', filters)}", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray", "-"], input: false);
        ffmpeg.StandardOutput.BaseStream.ReadExactly(sheet);
        Ffmpeg.Finish(ffmpeg);
        return [.. lines.Select((_, at) => Trim(sheet, Width, tops[at], tops[at + 1]))];
    }

    // The capitals of DejaVu are 0.729 of the size.
    private const double CapitalShare = 0.729;

    private static Sprite Trim(byte[] sheet, int width, int top, int bottom)
    {
        var (left, right, first, last) = (width, 0, bottom, top);
        for (var row = top; row < bottom; row++)
        {
            for (var x = 0; x < width; x++)
            {
                if (sheet[row * width + x] >= 128)
                {
                    (left, right, first, last) = (Math.Min(left, x), Math.Max(right, x), Math.Min(first, row), Math.Max(last, row));
                }
            }
        }

        var cover = new byte[(right - left + 1) * (last - first + 1)];
        for (var row = first; row <= last; row++)
        {
            sheet.AsSpan(row * width + left, right - left + 1).CopyTo(cover.AsSpan((row - first) * (right - left + 1)));
        }

        return new Sprite(right - left + 1, last - first + 1, cover);
    }
}
