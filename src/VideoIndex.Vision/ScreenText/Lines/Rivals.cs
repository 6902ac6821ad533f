namespace VideoIndex.Vision.ScreenText.Lines;

/// <summary>Of lines that claim the same place, keeps the surest: words are seen at several sizes, and the gaps of letters are strokes too.</summary>
internal static class Rivals
{
    /// <summary>Returns the lines that are left, the surest first.</summary>
    public static List<TextLine> Choose(IEnumerable<TextLine> lines)
    {
        var chosen = new List<TextLine>();
        foreach (var line in lines.OrderByDescending(line => line.Certainty + 24 * Math.Log2(Area(line))).ThenBy(line => line.Bounds.Top)
            .ThenBy(line => line.Bounds.Left).ThenBy(line => line.Level).ThenBy(line => line.Light))
        {
            if (!chosen.Exists(other => Claim(line, other)))
            {
                chosen.Add(line);
            }
        }

        return chosen;
    }

    /// <summary>Returns whether two lines claim the same place: of the smaller one more than half.</summary>
    public static bool Claim(TextLine line, TextLine surer) => 2 * Shared(line, surer) > Math.Min(Area(line), Area(surer));

    private static double Area(TextLine line) => (line.To - line.From) * (line.Foot - line.Top);

    // Along and across the surer one; lines that share a place are nearly of one tilt, or one of them is not of words.
    private static double Shared(TextLine line, TextLine surer)
    {
        var (a, b) = (line.Point(line.From, (line.Top + line.Foot) / 2), line.Point(line.To, (line.Top + line.Foot) / 2));
        var (from, to) = (a.X * surer.Cosine - a.Y * surer.Sine, b.X * surer.Cosine - b.Y * surer.Sine);
        var middle = ((a.Y + b.Y) * surer.Cosine + (a.X + b.X) * surer.Sine) / 2;
        var half = (line.Foot - line.Top) / 2;
        var along = Math.Min(to, surer.To) - Math.Max(from, surer.From);
        var across = Math.Min(middle + half, surer.Foot) - Math.Max(middle - half, surer.Top);
        return Math.Max(0, along) * Math.Max(0, across);
    }
}
