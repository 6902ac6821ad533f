using System.Globalization;

namespace VideoIndex.Accuracy.Objects;

/// <summary>The figures of a set of pictures, as COCO and VOC define them.</summary>
internal sealed class ObjectScores(IReadOnlyList<JudgedPicture> pictures)
{
    private const int Coco = 101, Draws = 1000;

    /// <summary>Gets the classes there is anything of, in order.</summary>
    public IReadOnlyList<string> Labels { get; } =
        [.. pictures.SelectMany(picture => picture.Truth).Where(one => !one.Ignored).Select(one => one.Label).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Returns the mean over the classes of COCO's average precision, over overlaps.</summary>
    public double Mean(IEnumerable<double> overlaps, double least = 0, double most = double.PositiveInfinity) =>
        MeanOf(overlaps.SelectMany(overlap => Labels.Select(label => Curve(label, new Matching(overlap, least, most)).Average(Coco))));

    /// <summary>Returns the mean over the classes of VOC's average precision at an overlap of one half; 11 points or, with 0, all.</summary>
    public double Voc(int points) => MeanOf(Labels.Select(label => Curve(label, new Matching(0.5, AsVoc: true)).Average(points)));

    /// <summary>Returns a curve.</summary>
    public PrecisionCurve Curve(string label, Matching matching) => new(pictures, label, matching);

    /// <summary>Returns where the middle 95 % of COCO's mean at one half lie when pictures are drawn again with replacement.</summary>
    public (double Low, double High) Interval()
    {
        var curves = Labels.Select(label => Curve(label, new Matching(0.5))).ToList();
        var random = new Random(1);
        var means = new List<double>();
        for (var draw = 0; draw < Draws; draw++)
        {
            var times = new int[pictures.Count];
            for (var picture = 0; picture < times.Length; picture++)
            {
                times[random.Next(times.Length)]++;
            }

            means.Add(MeanOf(curves.Select(curve => curve.Average(Coco, times))));
        }

        means.Sort();
        return (means[Draws / 40], means[Draws - 1 - Draws / 40]);
    }

    /// <summary>Writes all figures as Markdown.</summary>
    public void Write(TextWriter to, float threshold)
    {
        double[] all = [.. Enumerable.Range(0, 10).Select(step => 0.5 + 0.05 * step)];
        var (low, high) = Interval();
        to.WriteLine("| mean of the classes | |\n|---|---|");
        Row(to, "mAP50 (COCO)", $"{Three(Mean([0.5]))} ({Three(low)}-{Three(high)})");
        Row(to, "mAP50-95 (COCO)", Three(Mean(all)));
        Row(to, "mAP75 (COCO)", Three(Mean([0.75])));
        Row(to, "mAP50-95, small / medium / large", $"{Three(Mean(all, 0, 1024))} / {Three(Mean(all, 1024, 9216))} / {Three(Mean(all, 9216))}");
        Row(to, "AP50 (VOC, all points)", Three(Voc(0)));
        Row(to, "AP50 (VOC, 11 points)", Three(Voc(11)));
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n| class | things | AP50 | AP50-95 | precision at {threshold:0.##} | recall at {threshold:0.##} |\n|---|---|---|---|---|---|"));
        foreach (var label in Labels)
        {
            var curve = Curve(label, new Matching(0.5));
            var (precision, recall) = curve.At(threshold);
            var mean = MeanOf(all.Select(overlap => Curve(label, new Matching(overlap)).Average(Coco)));
            to.WriteLine($"| {label} | {curve.Things} | {Three(curve.Average(Coco))} | {Three(mean)} | {Three(precision)} | {Three(recall)} |");
        }
    }

    private static void Row(TextWriter to, string name, string value) => to.WriteLine($"| {name} | {value} |");

    private static string Three(double value) => double.IsNaN(value) ? "-" : value.ToString("0.000", CultureInfo.InvariantCulture);

    private static double MeanOf(IEnumerable<double> values) => values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();
}
