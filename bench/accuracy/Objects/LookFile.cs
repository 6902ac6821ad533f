using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoIndex.Accuracy.Objects;

/// <summary>Reads pictures and clips as looks, with FFmpeg: no side above 1920 pixels, none enlarged, sides even, luma of the full range.</summary>
internal static partial class LookFile
{
    private const string Scale = "scale='2*trunc(iw*min(1,1920/max(iw,ih))/2)':'2*trunc(ih*min(1,1920/max(iw,ih))/2)':flags=area:out_range=full,format=yuv420p";

    /// <summary>Reads looks, one after the other.</summary>
    /// <param name="file">A picture or a clip.</param>
    /// <param name="perSecond">How many of a second; null for the first alone.</param>
    public static IEnumerable<(int Width, int Height, byte[] Planes)> Read(string file, double? perSecond)
    {
        var choose = perSecond is { } rate ? string.Create(CultureInfo.InvariantCulture, $"fps={rate},") : "";
        string[] first = perSecond is null ? ["-frames:v", "1"] : [];
        using var ffmpeg = Ffmpeg.Start(["-i", file, "-map", "0:v:0", "-vf", choose + Scale, .. first, "-f", "yuv4mpegpipe", "-strict", "-1", "-"], input: false);
        using var from = new BufferedStream(ffmpeg.StandardOutput.BaseStream, 1 << 20);
        var (width, height) = (0, 0);
        for (var line = Line(from); line.Length > 0; line = Line(from))
        {
            if (line.StartsWith("YUV4MPEG2", StringComparison.Ordinal))
            {
                var size = SizeOf().Match(line);
                (width, height) = (int.Parse(size.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(size.Groups[2].Value, CultureInfo.InvariantCulture));
                continue;
            }

            var planes = new byte[width * height * 3 / 2];
            from.ReadExactly(planes);
            yield return (width, height, planes);
        }

        Ffmpeg.Finish(ffmpeg);
    }

    /// <summary>Returns how large the pictures in a file are.</summary>
    public static (int Width, int Height) SizeIn(string file)
    {
        var start = new ProcessStartInfo("ffprobe", ["-v", "error", "-select_streams", "v:0", "-show_entries", "stream=width,height", "-of", "csv=p=0", file])
        {
            RedirectStandardOutput = true,
        };
        using var ffprobe = Process.Start(start)!;
        var sides = ffprobe.StandardOutput.ReadToEnd().Trim().Split(',');
        ffprobe.WaitForExit(Timeout.Infinite);
        return sides.Length >= 2
            ? (int.Parse(sides[0], CultureInfo.InvariantCulture), int.Parse(sides[1], CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"'{file}' is no picture that FFmpeg can read.");
    }

    private static string Line(Stream from)
    {
        var line = new List<char>();
        for (var letter = from.ReadByte(); letter >= 0 && letter != '\n'; letter = from.ReadByte())
        {
            line.Add((char)letter);
        }

        return new string([.. line]);
    }

    [GeneratedRegex(" W([0-9]+) H([0-9]+) ")]
    private static partial Regex SizeOf();
}
