using System.Diagnostics;
using System.Globalization;
using VideoIndex.Features;
using VideoIndex.Looks;
using VideoIndex.Performance.Measuring;
using VideoIndex.Vision.Features;

namespace VideoIndex.Performance;

/// <summary>What keypoints, codes and matches of frames cost, beside OpenCV's SIFT on the same frames. Each on one thread, in processor time, the least of some rounds.</summary>
internal static class FeaturesBench
{
    private const int LogoCodes = 565;

    public static Task<int> RunAsync(Options options, IReadOnlyList<string> files)
    {
        var rounds = options.Number("--rounds", 12);
        var frames = files.Where(File.Exists).Select(Frame).ToList();
        var theirs = OpenCv(rounds, frames);
        Console.WriteLine("| frame | keypoints | ms | a quarter of the picture, ms | codes, ms | matching 565 codes, ms | OpenCV keypoints | ms | ratio | ratio of a quarter |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        for (var at = 0; at < frames.Count; at++)
        {
            var (ours, opencv) = (Measure(rounds, Read(frames[at])), theirs is null ? null : theirs[at]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {Path.GetFileName(frames[at])} | {ours.Points} | {ours.Whole:0} | {ours.Part:0} | {ours.Codes:0.0} | {ours.Matching:0.0} | {opencv?.Points} | {opencv?.Milliseconds:0} | {ours.Whole / opencv?.Milliseconds:0.00} | {ours.Part / opencv?.Milliseconds:0.00} |"));
        }

        return Task.FromResult(0);
    }

    private static Ours Measure(int rounds, GrayPicture picture)
    {
        var (extractor, coder, features) = (new FeatureExtractor(), new FeatureCoder(), new PictureFeatures());
        var part = new PictureArea(picture.Width, picture.Height);
        part.Add(picture.Width / 4, picture.Height / 4, picture.Width / 2, picture.Height / 2);
        var partly = Least(rounds, () => extractor.Extract(picture.Pixels, picture.Width, picture.Height, part, features));
        var whole = Least(rounds, () => extractor.Extract(picture.Pixels, picture.Width, picture.Height, PictureArea.Whole(picture.Width, picture.Height), features));
        var (codes, backgrounds, matches) = (new FeatureCode[features.Count], new byte[features.Count], 0);
        var nearest = new NearCode[1];
        var coding = Least(rounds, () => coder.Encode(features, codes, backgrounds));
        var logo = new CodeTable(codes.AsSpan(0, Math.Min(LogoCodes, codes.Length)));
        var matching = Least(rounds, () =>
        {
            for (var at = 0; at < codes.Length; at++)
            {
                matches += logo.Nearest(codes[at], (backgrounds[at] * 85 + 99) / 100, nearest);
            }
        });
        return new Ours(features.Count, whole, partly, coding, matching);
    }

    private static double Least(int rounds, Action work)
    {
        using var self = Process.GetCurrentProcess();
        var least = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            self.Refresh();
            var before = self.TotalProcessorTime;
            work();
            self.Refresh();
            least = Math.Min(least, (self.TotalProcessorTime - before).TotalMilliseconds);
        }

        return least;
    }

    private static List<Theirs>? OpenCv(int rounds, List<string> frames)
    {
        try
        {
            string[] command = ["/usr/bin/python3", Path.Combine(AppContext.BaseDirectory, "opencv_sift.py"), rounds.ToString(CultureInfo.InvariantCulture), .. frames];
            var lines = Run.Of(command).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '));
            return [.. lines.Select(line => new Theirs(int.Parse(line[0], CultureInfo.InvariantCulture), double.Parse(line[1], CultureInfo.InvariantCulture)))];
        }
        catch (InvalidOperationException)
        {
            Console.Error.WriteLine("OpenCV is not measured: Debian's python3-opencv is not installed.");
            return null;
        }
    }

    // The frame two seconds in, at most 1920 pixels wide, as a portable gray map.
    private static string Frame(string video)
    {
        var file = Path.Combine(Places.Cache, Path.GetFileNameWithoutExtension(video) + ".pgm");
        _ = Run.Of(["ffmpeg", "-v", "error", "-y", "-ss", "2", "-i", video, "-frames:v", "1", "-vf", "scale='min(1920,iw)':-2", "-pix_fmt", "gray", file]);
        return file;
    }

    private static GrayPicture Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var at = 0;
        var numbers = new int[3];
        for (var (found, line) = (0, 0); found < 3; line++)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', at);
            var words = System.Text.Encoding.UTF8.GetString(bytes, at, end - at).Split(' ');
            for (var word = line == 0 ? 1 : 0; word < words.Length; word++)
            {
                numbers[found++] = int.Parse(words[word], CultureInfo.InvariantCulture);
            }

            at = end + 1;
        }

        return new GrayPicture(numbers[0], numbers[1], bytes[at..]);
    }

    private sealed record Ours(int Points, double Whole, double Part, double Codes, double Matching);

    private sealed record Theirs(int Points, double Milliseconds);
}
