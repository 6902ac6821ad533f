using System.Globalization;
using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Facts;

/// <summary>What FFmpeg's own filters say of a clip: its black stretches, where it is frozen, and where its picture lies.</summary>
internal sealed record FactPeers(IReadOnlyList<(int First, int Until)> Black, IReadOnlyList<(int First, int Until)> Frozen, (int Rows, int Columns) Bars)
{
    // A second is made a frame, so that times are frame numbers.
    public static FactPeers Read(FactSample sample)
    {
        var (second, frames) = (sample.Clip.FramesPerSecond, sample.Evidence.Count);
        var tenth = (second / 10.0).ToString(CultureInfo.InvariantCulture);
        using var ffmpeg = Ffmpeg.Start(
            [
                "-i", sample.File, "-map", "0:v:0", "-vf",
                $"setpts=N/TB,blackdetect=d={tenth},freezedetect=d={second},cropdetect=round=2:reset=0,metadata=mode=print:file=-",
                "-fps_mode", "passthrough", "-f", "null", "-",
            ],
            input: false);
        var (black, frozen, crop) = (new List<(int First, int Until)>(), new List<(int First, int Until)>(), new Dictionary<char, int>());
        while (ffmpeg.StandardOutput.ReadLine() is { } line)
        {
            Note(line, "lavfi.black_start=", at => black.Add((at, frames)));
            Note(line, "lavfi.black_end=", at => black[^1] = black[^1] with { Until = at });
            Note(line, "lavfi.freezedetect.freeze_start=", at => frozen.Add((at, frames)));
            Note(line, "lavfi.freezedetect.freeze_end=", at => frozen[^1] = frozen[^1] with { Until = at });
            foreach (var side in "wh")
            {
                Note(line, $"lavfi.cropdetect.{side}=", pixels => crop[side] = pixels);
            }
        }

        Ffmpeg.Finish(ffmpeg);
        return new FactPeers(
            black, frozen, ((Picture.Height - crop.GetValueOrDefault('h', Picture.Height)) / 2, (Picture.Width - crop.GetValueOrDefault('w', Picture.Width)) / 2));
    }

    private static void Note(string line, string mark, Action<int> found)
    {
        if (line.StartsWith(mark, StringComparison.Ordinal))
        {
            found((int)Math.Round(double.Parse(line.AsSpan(mark.Length), CultureInfo.InvariantCulture)));
        }
    }
}
