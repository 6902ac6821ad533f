using System.Globalization;
using VideoIndex.Accuracy.Logos.Sets;
using VideoIndex.Accuracy.Text.Planting;

namespace VideoIndex.Accuracy.Logos.Planting;

/// <summary>Makes a set: marks, clips, and what is true of each. A clip that is already in the folder is not encoded again.</summary>
internal static class SetMaker
{
    /// <summary>Makes it. With a folder of real clips these are behind the marks; the set is then one of its own.</summary>
    public static void Make(LogoPart part, int seed, int count, double seconds, string folder, string? behind)
    {
        var clips = Path.Combine(folder, "clips");
        Directory.CreateDirectory(clips);
        var set = LogoSet.Make(part, seed);
        set.Write(folder);
        var files = behind is null ? [] : RealFootage.In(behind);
        var planner = new ClipPlanner(
            set, (part == LogoPart.Test ? TextPart.Report : TextPart.Tune).Backdrops, seconds,
            number => files.Count == 0 ? null : files[number % files.Count]);
        for (var at = 0; at < count; at++)
        {
            var clip = planner.Plan();
            var truth = LogoTruth.Of(clip);
            truth.Write(clips);
            var file = Path.Combine(clips, clip.Name + ".mp4");
            if (!File.Exists(file))
            {
                Encode(clip, file);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{clip.Name} {clip.Width}x{clip.Height} {clip.Pace} frames a second, {clip.Frames} frames, crf {clip.Quality}, shots {clip.Shots.Count}, places {truth.Prints.Count}, appearances {truth.Appearances().Count}"));
        }
    }

    private static void Encode(LogoClip clip, string file)
    {
        using var ffmpeg = Ffmpeg.Start(
            [
                "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{clip.Width}x{clip.Height}", "-r", clip.Pace.ToString(), "-i", "-",
                "-c:v", "libx264", "-preset", "veryfast", "-crf", $"{clip.Quality}", "-threads", "1",
                "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", file + ".part.mp4",
            ],
            input: true);
        var to = ffmpeg.StandardInput.BaseStream;
        new LogoComposer(clip).Draw(frame => frame.Write(to));
        to.Close();
        Ffmpeg.Finish(ffmpeg);
        File.Move(file + ".part.mp4", file, overwrite: true);
    }
}
