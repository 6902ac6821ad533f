using System.Globalization;

namespace VideoIndex.Accuracy.Logos.Scoring;

/// <summary>A mark found in a frame. The score says how sure the finder is; more is surer, and its scale is its own.</summary>
internal sealed record Found(string Clip, int Frame, string Logo, Quad Quad, double Score);

/// <summary>What one finder found in a clip.</summary>
internal sealed record FoundClip(IReadOnlyList<Found> Marks, IReadOnlyList<Appearance>? Appearances);

/// <summary>Reads what a finder found: beside the clips, in <c>found/FINDER/CLIP.detections.csv</c> and, if it says when marks appear, <c>CLIP.appearances.csv</c>.</summary>
internal static class FoundSet
{
    public const string DetectionsHeader = "frame,logo,x1,y1,x2,y2,x3,y3,x4,y4,score", AppearancesHeader = "logo,first,last,score";

    public static FoundClip Read(string folder, ClipHeader clip)
    {
        var name = Path.Combine(folder, clip.Name);
        if (!File.Exists(name + ".detections.csv"))
        {
            throw new InvalidDataException($"{name}.detections.csv is missing: a clip with nothing found has a file with its first line alone.");
        }

        var marks = Lines(name + ".detections.csv", DetectionsHeader)
            .Select(parts => new Found(clip.Name, Frame(parts[0], clip), parts[1], Corners(parts.AsSpan(2, 8)), Number(parts[10]))).ToList();
        var appearances = !File.Exists(name + ".appearances.csv") ? null : Lines(name + ".appearances.csv", AppearancesHeader)
            .Select(parts => new Appearance(parts[0], Frame(parts[1], clip), Frame(parts[2], clip), Number(parts[3]))).ToList();
        return new FoundClip(marks, appearances);
    }

    /// <summary>Returns a quad by eight numbers.</summary>
    public static Quad Corners(ReadOnlySpan<string> numbers) => new(
        (Number(numbers[0]), Number(numbers[1])), (Number(numbers[2]), Number(numbers[3])),
        (Number(numbers[4]), Number(numbers[5])), (Number(numbers[6]), Number(numbers[7])));

    /// <summary>Returns the frame by its number, or by its exact time in seconds, as a fraction: 1001/30000.</summary>
    private static int Frame(string text, ClipHeader clip) => text.Split('/') is [var over, var under]
        ? (int)Math.Round(Number(over) / Number(under) * clip.PerSecond)
        : int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Lines(string file, string header)
    {
        var lines = File.ReadAllLines(file);
        if (lines.Length == 0 || lines[0] != header)
        {
            throw new InvalidDataException($"{file} does not begin with the line {header}");
        }

        return lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
