using System.Globalization;
using VideoIndex.Looks;
using VideoIndex.Objects;

namespace VideoIndex.Accuracy.Objects;

/// <summary>Finds objects in labelled pictures, as the product would, and says how right that is.</summary>
internal static class ScoreCommand
{
    private static readonly string[] Kinds = [".jpg", ".jpeg", ".png", ".bmp", ".webp"];

    public static void Run(ObjectModels models, string pictures, string truth, float floor, float threshold, string? keep)
    {
        var boxes = TruthReader.Read(truth);
        var byStem = boxes.ToLookup(one => Path.GetFileNameWithoutExtension(one.Key), one => one.Value, StringComparer.Ordinal);
        var files = Directory.EnumerateFiles(pictures, "*", SearchOption.AllDirectories)
            .Where(file => Kinds.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal).ToList();
        var labelled = files.Where(file => boxes.ContainsKey(Path.GetFileName(file)) || byStem.Contains(Path.GetFileNameWithoutExtension(file))).ToList();
        if (labelled.Count == 0)
        {
            throw new ArgumentException($"None of the {files.Count} pictures in '{pictures}' is among the {boxes.Count} that '{truth}' says anything of.");
        }

        using var detector = models.Open(floor);
        var judged = labelled.Select(file => Judge(detector, file, TruthOf(file))).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{models.Card.Name} {models.Card.Version}, floor {floor:0.###}: pictures {judged.Count} (of {boxes.Count} in the truth; {files.Count - labelled.Count} without), things {judged.Sum(one => one.Truth.Count(box => !box.Ignored))}, ignored {judged.Sum(one => one.Truth.Count(box => box.Ignored))}, found {judged.Sum(one => one.Found.Count)}\n"));
        WarnOfUnknown(judged, detector);
        new ObjectScores(judged).Write(Console.Out, threshold);
        if (keep is not null)
        {
            File.WriteAllLines(keep, judged.SelectMany(picture => picture.Found.Select(one => string.Create(CultureInfo.InvariantCulture,
                $"{picture.Name},{one.Label},{one.Box.Left:0.#},{one.Box.Top:0.#},{one.Box.Right:0.#},{one.Box.Bottom:0.#},{one.Score:0.####}"))));
        }

        List<TruthBox> TruthOf(string file) =>
            boxes.TryGetValue(Path.GetFileName(file), out var own) ? own : byStem[Path.GetFileNameWithoutExtension(file)].First();
    }

    private static void WarnOfUnknown(List<JudgedPicture> judged, IObjectDetector detector)
    {
        var unknown = judged.SelectMany(picture => picture.Truth).Select(one => one.Label).Distinct().Except(detector.Labels).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            Console.WriteLine($"The model knows none of these, which count as missed: {string.Join(", ", unknown)}\n");
        }
    }

    // What is found is told in pixels of the file, and held to its edges, as truth is.
    private static JudgedPicture Judge(IObjectDetector detector, string file, IReadOnlyList<TruthBox> truth)
    {
        var (width, height) = LookFile.SizeIn(file);
        var look = LookFile.Read(file, null).First();
        var (across, down) = ((float)width / look.Width, (float)height / look.Height);
        var found = detector.Detect(new LookPicture(look.Width, look.Height, look.Planes)).Select(one => new FoundBox(
            detector.Labels[one.Label],
            one.Score,
            new DetectionBox(
                Math.Clamp(one.Box.Left * across, 0, width),
                Math.Clamp(one.Box.Top * down, 0, height),
                Math.Clamp(one.Box.Right * across, 0, width),
                Math.Clamp(one.Box.Bottom * down, 0, height))));
        return new JudgedPicture(Path.GetFileName(file), truth, [.. found]);
    }
}
