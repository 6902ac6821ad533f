using System.Globalization;
using VideoIndex.Accuracy.Facts;
using VideoIndex.Accuracy.Logos.Scoring;
using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Ends;
using VideoIndex.Logos.Exposure;
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
/// <param name="finder">What the findings are filed under.</param>
/// <param name="rule">How sightings become appearances.</param>
/// <param name="exact">Whether the frames around the ends of appearances are looked at.</param>
/// <param name="stills">How large the stills are that pixels are compared with; null for none.</param>
/// <param name="megabytes">How many million bytes an hour stills and keypoints may take together; null for all there are.</param>
internal sealed class FindCommand(string set, string finder, AppearanceRule rule, bool exact, StillSize? stills, double? megabytes)
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
        var seen = SeenClip.Of(file, clip.Width, clip.Height, rate, _words, stills, megabytes);
        var times = seen.Frames.Select(frame => rate.StartOf(frame)).ToList();
        var evidence = EvidenceReader.Read(file, rate, clip.Width / 4 * 2, clip.Height / 4 * 2);
        var transitions = TransitionFinder.Find(evidence, new CutOptions());
        var (looks, shots) = (seen.Evidence.Looks.ToArray(), ShotsOf(transitions, evidence.Count, rate));
        var finder = new AppearanceFinder(looks, times, shots, rule);
        var ends = exact ? new ClipEnds(file, clip, evidence, new EndPlan(looks, evidence, shots, [.. transitions.Select(one => InTime(one, rate))], EndRule.Default)) : null;
        var (search, sightings, stays, start) = (new LogoSearch(_words), new List<Placement>(), new List<Placement>(), Environment.CpuUsage.TotalTime);
        foreach (var (name, example) in examples)
        {
            var found = search.Find(seen.Evidence, example, default).ToList();
            sightings.AddRange(found.Select(one => new Placement(name, name, Alone(one, times[one.Look]))));
            var appearing = finder.Of(found);
            stays.AddRange((ends?.Exact(appearing) ?? appearing).Select(one => new Placement(name, name, one)));
        }

        var spent = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        IReadOnlyList<string> marks = [.. Placements.Of(sightings, looks)
            .SelectMany(one => one.Appearance.Sightings.Select(sighting => Line(seen.Frames[sighting.Sighting.Look], one.Brand, sighting.Sighting)))];
        IReadOnlyList<string> appearances = [.. Placements.Of(stays, looks).GroupBy(one => one.Brand).OrderBy(brand => brand.Key, StringComparer.Ordinal)
            .SelectMany(brand => Joined([.. brand.Select(one => one.Appearance)], rate).Select(one => FormattableString.Invariant($"{brand.Key},{one.First},{one.Last},{one.Score:0.00}")))];
        var count = seen.Frames.Count;
        File.WriteAllLines(Path.Combine(Folder, clip.Name + ".detections.csv"), [FoundSet.DetectionsHeader, .. marks]);
        File.WriteAllLines(Path.Combine(Folder, clip.Name + ".appearances.csv"), [FoundSet.AppearancesHeader, .. appearances]);
        Console.WriteLine(FormattableString.Invariant(
            $"{clip.Name} {clip.Width}x{clip.Height}: {count} looks, {seen.Keypoints / (double)count:0} keypoints and {seen.Milliseconds / count:0} ms a look, {seen.TrackMilliseconds / count:0} ms to follow, {seen.Evidence.Count / (double)count:0} tracks ({seen.Evidence.Tracks.Length / (double)count * 7200 / 1e6:0} MB an hour), {spent / count / examples.Count:0.00} ms a look and logo to find {marks.Count} in {appearances.Count}"));
    }

    // What the product does with appearances when it is asked is done with single sightings here, so that they are judged by the same rule.
    private static LogoAppearance Alone(LogoSighting one, MediaTime time)
    {
        var moment = new MediaSpan(time, time + new MediaDuration(new Rational(1, 1000)));
        return new LogoAppearance(moment, moment, moment, [new TimedSighting(time, one)], 1);
    }

    // The truth counts from the picture's corner, keypoints from the middle of its first pixel.
    internal static string Line(int frame, string logo, LogoSighting one) => string.Create(
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

    private static IReadOnlyList<MediaSpan> ShotsOf(IReadOnlyList<FrameTransition> transitions, int frames, FrameRate rate)
    {
        var starts = TransitionFinder.FirstFrames(transitions, frames);
        return [.. starts.Prepend(0).Zip(starts.Append(frames), (first, until) => new MediaSpan(rate.StartOf(first), rate.StartOf(until)))];
    }

    private static Transition InTime(FrameTransition one, FrameRate rate) =>
        new(one.Kind, new MediaSpan(rate.StartOf(one.Start), rate.StartOf(one.End)), rate.StartOf(one.At));

    internal static ColourPicture PictureOf(string file)
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
