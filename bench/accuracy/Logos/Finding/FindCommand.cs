using System.Globalization;
using VideoIndex.Accuracy.Facts;
using VideoIndex.Accuracy.Logos.Scoring;
using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Recognition;
using VideoIndex.Looks;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using VideoIndex.Timing;
using VideoIndex.Vision.Features;
using VideoIndex.Vision.Logos;
using VideoIndex.Vision.Stills;

namespace VideoIndex.Accuracy.Logos.Finding;

/// <summary>Finds the registered marks of a set in its clips as the product does, and writes what was found as any finder.</summary>
/// <param name="set">The folder of the set.</param>
/// <param name="finder">The name what is found is written under.</param>
/// <param name="rule">The rule appearances are made by.</param>
/// <param name="stills">How large the stills are that pixels are compared with; null for none.</param>
internal sealed class FindCommand(string set, string finder, AppearanceRule rule, StillSize? stills)
{
    private readonly CodeWords _words = new();

    public int Run()
    {
        var truth = SetTruth.Read(set, null);
        var analyst = new ExampleAnalyst(new FeatureCoder());
        var examples = truth.Logos.Keys.Order(StringComparer.Ordinal).ToDictionary(name => name, name => analyst.Describe(PictureOf(Path.Combine(set, "logos", name + ".png"))));
        File.WriteAllLines(Path.Combine(Folder, "grades.csv"), ["logo,grade", .. examples.Select(example => $"{example.Key},{example.Value.Grade}")]);
        foreach (var clip in truth.Clips)
        {
            Find(clip.Header, examples);
        }

        return 0;
    }

    private string Folder => Directory.CreateDirectory(Path.Combine(set, "found", finder)).FullName;

    private void Find(ClipHeader clip, Dictionary<string, KnownExample> examples)
    {
        var file = Path.Combine(set, "clips", clip.Name + ".mp4");
        var rate = FrameRate.TryParse(clip.Rate, out var parsed) ? parsed : throw new InvalidDataException(clip.Rate);
        var seen = SeenClip.Of(file, clip.Width, clip.Height, rate, _words, stills);
        var times = seen.Frames.Select(frame => rate.StartOf(frame)).ToList();
        var finder = new AppearanceFinder(seen.Evidence.Looks.ToArray(), times, ShotsOf(file, clip, rate), rule);
        var (search, marks, appearances, start) = (new LogoSearch(_words), new List<string>(), new List<string>(), Environment.CpuUsage.TotalTime);
        foreach (var (name, example) in examples)
        {
            var found = search.Find(seen.Evidence, example, default).ToList();
            marks.AddRange(found.Select(one => Line(seen.Frames[one.Look], name, one)));
            appearances.AddRange(Joined(finder.Of(found), rate).Select(one => FormattableString.Invariant($"{name},{one.First},{one.Last},{one.Score:0.00}")));
        }

        var spent = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        var looks = seen.Frames.Count;
        File.WriteAllLines(Path.Combine(Folder, clip.Name + ".detections.csv"), [FoundSet.DetectionsHeader, .. marks]);
        File.WriteAllLines(Path.Combine(Folder, clip.Name + ".appearances.csv"), [FoundSet.AppearancesHeader, .. appearances]);
        Console.WriteLine(FormattableString.Invariant(
            $"{clip.Name} {clip.Width}x{clip.Height}: {looks} looks, {seen.Keypoints / (double)looks:0} keypoints and {seen.Milliseconds / looks:0} ms a look, {seen.TrackMilliseconds / looks:0} ms to follow, {seen.Evidence.Count / (double)looks:0} tracks ({seen.Evidence.Tracks.Length / (double)looks * 7200 / 1e6:0} MB an hour), {spent / looks / examples.Count:0.00} ms a look and logo to find {marks.Count} in {appearances.Count}"));
    }

    // The truth counts from the picture's corner, keypoints from the middle of its first pixel.
    private static string Line(int frame, string logo, LogoSighting one) => string.Create(
        CultureInfo.InvariantCulture, $"{frame},{logo},{string.Join(',', one.Corners.Corners.Select(corner => FormattableString.Invariant($"{corner.X + 0.5:0.00},{corner.Y + 0.5:0.00}")))},{one.Score:0.00}");

    // The truth has one appearance for all places of a mark; gaps of a second are closed.
    private static IEnumerable<Appearance> Joined(IReadOnlyList<LogoAppearance> found, FrameRate rate)
    {
        Appearance? open = null;
        foreach (var one in found)
        {
            var (first, last) = ((int)rate.FrameAt(one.Span.Start), Math.Max((int)rate.FrameAt(one.Span.Start), (int)rate.FrameAt(one.Span.End) - 1));
            if (open is { } before && one.Span.Start <= rate.StartOf(before.Last + 1) + new MediaDuration(new Rational(1, 1)))
            {
                open = before with { Last = Math.Max(before.Last, last), Score = Math.Max(before.Score, one.Score) };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = new Appearance("", first, last, one.Score);
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static IReadOnlyList<MediaSpan> ShotsOf(string file, ClipHeader clip, FrameRate rate)
    {
        var evidence = EvidenceReader.Read(file, rate, clip.Width / 4 * 2, clip.Height / 4 * 2);
        var starts = TransitionFinder.FirstFrames(TransitionFinder.Find(evidence, new CutOptions()), evidence.Count);
        return [.. starts.Prepend(0).Zip(starts.Append(evidence.Count), (first, until) => new MediaSpan(rate.StartOf(first), rate.StartOf(until)))];
    }

    private static ColourPicture PictureOf(string file)
    {
        using var probe = Ffmpeg.Start(["-i", file, "-f", "rawvideo", "-pix_fmt", "rgba", "-"], input: false);
        using var bytes = new MemoryStream();
        probe.StandardOutput.BaseStream.CopyTo(bytes);
        Ffmpeg.Finish(probe);
        var header = File.ReadAllBytes(file).AsSpan(16, 8);
        var (width, height) = (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(header), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        return new ColourPicture(width, height, bytes.ToArray());
    }
}
