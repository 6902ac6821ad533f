using System.Globalization;
using VideoIndex.Looks;
using VideoIndex.Objects;

namespace VideoIndex.Accuracy.Objects;

/// <summary>Prints what is found in the looks of a clip, two a second, and draws the boxes.</summary>
internal static class ClipCommand
{
    private const double PerSecond = 2;

    public static void Run(ObjectModels models, string file, float threshold, string? draw)
    {
        using var detector = models.Open(0.05f);
        var (look, all) = (0, 0);
        foreach (var (width, height, planes) in LookFile.Read(file, PerSecond))
        {
            var every = detector.Detect(new LookPicture(width, height, planes));
            var found = every.Where(one => one.Score >= threshold).ToList();
            var counts = found.GroupBy(one => detector.Labels[one.Label]).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Count()} ({group.Max(one => one.Score):0.00})"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{look / PerSecond,7:0.0} s  {string.Join(", ", counts)}"));
            if (draw is not null)
            {
                Draw(width, height, planes, found, Path.Combine(draw, $"{look:0000}.png"));
            }

            all += every.Count;
            look++;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"looks {look}, found down to 0.05 {all}, a look {(double)all / Math.Max(1, look):0.0}"));
    }

    private static void Draw(int width, int height, byte[] planes, List<Detection> found, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        var boxes = found.Select(one => string.Create(CultureInfo.InvariantCulture,
            $"drawbox={one.Box.Left:0}:{one.Box.Top:0}:{one.Box.Right - one.Box.Left:0}:{one.Box.Bottom - one.Box.Top:0}:color={(one.Score >= 0.5f ? "lime" : "yellow")}:t=2"));
        using var ffmpeg = Ffmpeg.Start(
            ["-f", "rawvideo", "-pix_fmt", "yuvj420p", "-s", $"{width}x{height}", "-i", "-", "-vf", string.Join(',', boxes.Append("null")), "-frames:v", "1", to], input: true);
        ffmpeg.StandardInput.BaseStream.Write(planes);
        ffmpeg.StandardInput.Close();
        Ffmpeg.Finish(ffmpeg);
    }
}
