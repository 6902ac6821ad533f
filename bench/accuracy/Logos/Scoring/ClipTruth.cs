using System.Globalization;
using System.Text.Json;

namespace VideoIndex.Accuracy.Logos.Scoring;

/// <summary>What is true of a mark in a frame.</summary>
/// <param name="Frame">The frame, the first of the clip being 0.</param>
/// <param name="Instance">Where the mark is: the same place has the same name all through the clip.</param>
/// <param name="Logo">The mark.</param>
/// <param name="Like">The registered mark it is like; null if it is registered itself.</param>
/// <param name="Surface">What it is on.</param>
/// <param name="Shot">The shot it is in, the first being 0.</param>
/// <param name="Quad">Where its corners are, its own top left first, then clockwise on the mark. Pixels; the picture's top left corner, not the middle of its first pixel, is 0, 0.</param>
/// <param name="Visible">The share of it that is in the picture and has nothing before it.</param>
/// <param name="InFrame">The share of the quad that is in the picture.</param>
/// <param name="Share">How much of the picture is its own, in a dissolve.</param>
/// <param name="IsOn">Whether it counts as being on the screen.</param>
internal sealed record TruthRow(
    int Frame, string Instance, string Logo, string? Like, string Surface, int Shot, Quad Quad, double Visible, double InFrame, double Share, bool IsOn);

/// <summary>What is true of a clip as a whole. The rate is frames a second; cuts and judged frames count from 0.</summary>
internal sealed record ClipHeader(
    string Name, int Width, int Height, string Rate, int Frames, int Quality, double Grain, IReadOnlyList<int> Cuts, IReadOnlyList<int> Judged, string Rule)
{
    /// <summary>Gets the frames in a second.</summary>
    public double PerSecond => Rate.Split('/') is [var frames, var seconds] ? Number(frames) / Number(seconds) : Number(Rate);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A stretch of a shot in which a mark is on the screen, both frames included. The area is a share of the picture, the height the shorter side of the largest in sight, in pixels; both are means.</summary>
internal sealed record Appearance(string Logo, int First, int Last, double Score = 1, double Area = 0, double Height = 0)
{
    public int Frames => Last - First + 1;
}

/// <summary>The truth of a clip, as it is written beside it.</summary>
internal sealed record ClipTruth(ClipHeader Header, IReadOnlyList<TruthRow> Rows, IReadOnlyDictionary<string, string> Prints)
{
    private const double LeastVisible = 0.5, LeastArea = 4e-5, LongestGap = 1;

    public const string Rule =
        "A mark is on the screen in a frame if half of it or more is visible (in the picture, nothing before it, times its share of a dissolve), and what is visible covers 0.004 % of the picture or more. "
        + "An appearance is a stretch of a shot with a mark on the screen in one place or several; gaps of one second or less are closed. In a dissolve the shot changes where the new one has half.";

    public static bool IsOnScreen(double visible, double area, double picture) => visible >= LeastVisible && area >= LeastArea * picture;

    /// <summary>Returns when each mark is on the screen, registered or not.</summary>
    public IReadOnlyList<Appearance> Appearances()
    {
        var (found, gap) = (new List<Appearance>(), LongestGap * Header.PerSecond);
        foreach (var group in Rows.Where(row => row.IsOn).GroupBy(row => (row.Logo, row.Shot)))
        {
            var frames = group.GroupBy(row => row.Frame).OrderBy(frame => frame.Key)
                .Select(frame => (
                    Frame: frame.Key,
                    Area: frame.Sum(row => row.Quad.Area * row.InFrame) / (Header.Width * Header.Height),
                    Height: frame.Max(row => row.Quad.ShortSide))).ToList();
            for (var (from, at) = (0, 1); at <= frames.Count; at++)
            {
                if (at == frames.Count || frames[at].Frame - frames[at - 1].Frame - 1 > gap)
                {
                    var stretch = frames[from..at];
                    found.Add(new Appearance(
                        group.Key.Logo, stretch[0].Frame, stretch[^1].Frame, 1, stretch.Average(frame => frame.Area), stretch.Average(frame => frame.Height)));
                    from = at;
                }
            }
        }

        return found;
    }

    public void Write(string folder)
    {
        var name = Path.Combine(folder, Header.Name);
        File.WriteAllText(name + ".json", JsonSerializer.Serialize(new { Clip = Header, Prints }, Options));
        File.WriteAllLines(name + ".truth.csv",
            ["frame,instance,logo,like,surface,shot,x1,y1,x2,y2,x3,y3,x4,y4,visible,inframe,share,on", .. Rows.Select(Line)]);
        File.WriteAllLines(name + ".appearances.csv",
            ["logo,first,last,area,height", .. Appearances().Select(a => FormattableString.Invariant($"{a.Logo},{a.First},{a.Last},{a.Area:0.000000},{a.Height:0.0}"))]);
    }

    public static ClipTruth Read(string header)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(header));
        var clip = json.RootElement.GetProperty("Clip").Deserialize<ClipHeader>() ?? throw new InvalidDataException($"{header} says nothing of a clip.");
        var prints = json.RootElement.GetProperty(nameof(Prints)).Deserialize<Dictionary<string, string>>() ?? [];
        return new ClipTruth(clip, [.. File.ReadLines(Path.ChangeExtension(header, ".truth.csv")).Skip(1).Select(Parse)], prints);
    }

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    private static string Line(TruthRow row)
    {
        var corners = string.Join(',', row.Quad.Corners.Select(c => FormattableString.Invariant($"{c.X:0.00},{c.Y:0.00}")));
        return FormattableString.Invariant(
            $"{row.Frame},{row.Instance},{row.Logo},{row.Like},{row.Surface},{row.Shot},{corners},{row.Visible:0.0000},{row.InFrame:0.0000},{row.Share:0.0000},{(row.IsOn ? 1 : 0)}");
    }

    private static TruthRow Parse(string line)
    {
        var parts = line.Split(',');
        return new TruthRow(
            int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2], parts[3].Length == 0 ? null : parts[3], parts[4],
            int.Parse(parts[5], CultureInfo.InvariantCulture), FoundSet.Corners(parts.AsSpan(6, 8)), Number(parts[14]), Number(parts[15]), Number(parts[16]), parts[17] == "1");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
