using System.Globalization;
using VideoIndex.Accuracy.Objects;
using VideoIndex.Objects;
using VideoIndex.Vision.Objects;

namespace VideoIndex.Accuracy.Faces;

/// <summary>Says how many planted faces each detector finds, by their height, what else it finds, and how long it takes.</summary>
internal static class FaceRecall
{
    // Of faces of twelve pixels, a pixel on each side is a third.
    private const double LeastOverlap = 0.3;

    private static readonly int[] Longer = [320, 640, 960, 1280, 1920];

    public static void Run(string folder, string? part, float threshold)
    {
        var planted = File.ReadLines(Path.Combine(folder, FacePlanting.List)).Select(Planted.Read).Where(one => part is null || one.File.StartsWith(part + "/", StringComparison.Ordinal)).ToList();
        var heights = planted.Select(one => one.Height).Distinct().Order().ToList();
        FaceModel[] models = [.. Longer.Select(FaceModel.Yunet), FaceModel.Slim(), FaceModel.Rfb()];
        var seen = models.ToDictionary(model => model, _ => new List<Seen>());
        foreach (var picture in planted.GroupBy(one => one.File))
        {
            var (width, height, planes) = LookFile.Read(Path.Combine(folder, picture.Key), null).First();
            foreach (var model in models)
            {
                seen[model].Add(Look(model, (width, height, planes), [.. picture], threshold));
            }
        }

        Console.WriteLine($"{part ?? "all"}: {seen[models[0]].Count} pictures, {planted.Count} faces, score {threshold.ToString(CultureInfo.InvariantCulture)}, overlap {LeastOverlap.ToString(CultureInfo.InvariantCulture)}\n");
        Console.WriteLine($"| Pictures | Detector | {string.Join(" | ", heights.Select(height => $"{height} px"))} | Other boxes a picture | Time |");
        Console.WriteLine($"|---|---|{string.Concat(heights.Select(_ => "---|"))}---|---|");
        foreach (var (width, model) in planted.Select(one => one.Width).Distinct().Order().SelectMany(width => models.Select(model => (width, model))))
        {
            var mine = seen[model].Where(one => one.Width == width).ToList();
            var time = Middle(mine) / Middle([.. seen[models[1]].Where(one => one.Width == width)]);
            var found = heights.Select(height => mine.Where(one => one.Height == height).ToList()).Select(all => all.Count == 0 ? "" : $"{all.Sum(one => one.Found)}/{all.Sum(one => one.Faces)}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {width} | {model.Name} | {string.Join(" | ", found)} | {mine.Average(one => one.Others):0.00} | {time:0.00} |"));
        }

        Array.ForEach(models, model => model.Dispose());
    }

    // The surest first, each takes the planted face it covers best. The first look at a size also makes memory, which the middle of all times leaves out.
    private static Seen Look(FaceModel model, (int Width, int Height, byte[] Planes) picture, List<Planted> planted, float threshold)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var boxes = model.Find(picture.Width, picture.Height, picture.Planes, threshold);
        var taken = clock.GetElapsedTime(start);
        var left = planted.ToList();
        var found = boxes.OrderByDescending(one => one.Score).Count(one => left.MaxBy(face => SameThing.Overlap(face.Box, one.Box)) is { } best
            && SameThing.Overlap(best.Box, one.Box) >= LeastOverlap && left.Remove(best));
        return new Seen(planted[0].Width, planted[0].Height, planted.Count, found, boxes.Count - found, taken.TotalMilliseconds);
    }

    private static double Middle(List<Seen> all) => all.Select(one => one.Milliseconds).Order().ElementAt(all.Count / 2);

    private sealed record Seen(int Width, int Height, int Faces, int Found, int Others, double Milliseconds);

    private sealed record Planted(string File, int Width, int Height, DetectionBox Box)
    {
        public static Planted Read(string line)
        {
            var fields = line.Split(',');
            var sides = fields.Skip(3).Select(side => float.Parse(side, CultureInfo.InvariantCulture)).ToArray();
            return new Planted(
                fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[2], CultureInfo.InvariantCulture), new DetectionBox(sides[0], sides[1], sides[2], sides[3]));
        }
    }
}
