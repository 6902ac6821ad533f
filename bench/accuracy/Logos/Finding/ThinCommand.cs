using System.Globalization;
using System.Runtime.InteropServices;
using VideoIndex.Accuracy.Logos.Scoring;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Recognition;
using VideoIndex.Timing;
using VideoIndex.Vision.Features;
using VideoIndex.Vision.Logos;

namespace VideoIndex.Accuracy.Logos.Finding;

/// <summary>Finds the marks of a set in as much of each clip's keypoints as there may be, chosen in several ways, each written as a finder of its own.</summary>
internal sealed class ThinCommand(string set, double megabytes)
{
    private const double LooksAnHour = 7_200;

    private readonly CodeWords _words = new();

    // The one of these that is the product's is by background distance and length.
    private static Dictionary<string, Func<FeatureTrack, int, double>> Ways => new()
    {
        ["thin-no"] = (_, _) => 0,
        ["thin-evenly"] = (_, at) => -(at * 0.6180339887 % 1),
        ["thin-background"] = (track, _) => track.Feature.Background,
        ["thin-background-long"] = (track, _) => track.Worth,
        ["thin-long"] = (track, at) => track.Count - (at * 0.6180339887 % 1),
    };

    public int Run()
    {
        var truth = SetTruth.Read(set, null);
        var analyst = new ExampleAnalyst(new FeatureCoder());
        var examples = truth.Logos.Keys.Order(StringComparer.Ordinal).ToDictionary(name => name, name => analyst.Describe(FindCommand.PictureOf(Path.Combine(set, "logos", name + ".png"))));
        foreach (var clip in truth.Clips.Select(clip => clip.Header))
        {
            var rate = FrameRate.TryParse(clip.Rate, out var parsed) ? parsed : throw new InvalidDataException(clip.Rate);
            var seen = SeenClip.Of(Path.Combine(set, "clips", clip.Name + ".mp4"), clip.Width, clip.Height, rate, _words, stills: null);
            foreach (var (name, worth) in Ways)
            {
                var most = name == "thin-no" ? int.MaxValue : (int)(megabytes * 1e6 / LooksAnHour * seen.Frames.Count / FeatureTrack.Bytes);
                var thinned = Thinned(seen.Evidence, worth, most);
                var search = new LogoSearch(_words);
                var lines = examples.SelectMany(example => search.Find(thinned, example.Value, default).Select(one => FindCommand.Line(seen.Frames[one.Look], example.Key, one)));
                File.WriteAllLines(Path.Combine(Directory.CreateDirectory(Path.Combine(set, "found", name)).FullName, clip.Name + ".detections.csv"), [FoundSet.DetectionsHeader, .. lines]);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clip.Name}: {seen.Evidence.Count} tracks, {seen.Evidence.Tracks.Length / (double)seen.Frames.Count * LooksAnHour / 1e6:0} MB an hour"));
        }

        return 0;
    }

    private FeatureEvidence Thinned(FeatureEvidence evidence, Func<FeatureTrack, int, double> worth, int most)
    {
        if (evidence.Count <= most)
        {
            return evidence;
        }

        var tracks = MemoryMarshal.Cast<byte, FeatureTrack>(evidence.Tracks.Span).ToArray();
        var kept = tracks.Index().OrderByDescending(track => worth(track.Item, track.Index)).ThenBy(track => track.Index).Take(most).OrderBy(track => track.Index).Select(track => track.Item).ToArray();
        var starts = new uint[_words.Count + 1];
        foreach (var track in kept)
        {
            starts[_words.WordOf(track.Feature.Code) + 1]++;
        }

        for (var word = 0; word < _words.Count; word++)
        {
            starts[word + 1] += starts[word];
        }

        return evidence with { Directory = MemoryMarshal.AsBytes(starts.AsSpan()).ToArray(), Tracks = MemoryMarshal.AsBytes(kept.AsSpan()).ToArray() };
    }
}
