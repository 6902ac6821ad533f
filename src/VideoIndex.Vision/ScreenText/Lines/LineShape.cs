using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.ScreenText.Lines;

/// <summary>Measures a line in the pixels of the look.</summary>
internal static class LineShape
{
    /// <summary>Returns the line that parts of a level make up, whose pixels are so many of the look's wide.</summary>
    public static TextLine Of(IReadOnlyList<Part> parts, Lay lay, ReadOnlySpan<Run> all, (int Level, double Scale) at)
    {
        var cosine = 1 / Math.Sqrt(1 + lay.Slope * lay.Slope);
        var (sine, scale) = (lay.Slope * cosine, at.Scale);
        var (runs, heights) = (new List<Run>(), new List<double>());
        var (from, to, top, foot) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        foreach (var part in parts)
        {
            var (highest, lowest) = (double.MaxValue, double.MinValue);
            for (var next = part.First; next >= 0; next = all[next].Next)
            {
                var run = all[next];
                runs.Add(run);
                foreach (var x in (ReadOnlySpan<int>)[run.Start, run.End])
                {
                    var (u, v) = (x * cosine - (run.Row + 0.5) * sine, (run.Row + 0.5) * cosine + x * sine);
                    (from, to) = (Math.Min(from, u), Math.Max(to, u));
                    (highest, lowest) = (Math.Min(highest, v - 0.5), Math.Max(lowest, v + 0.5));
                }
            }

            heights.Add(lowest - highest);
            (top, foot) = (Math.Min(top, highest), Math.Max(foot, lowest));
        }

        heights.Sort();
        var area = parts.Sum(part => (long)part.Area);
        return new TextLine(cosine, sine, from * scale, to * scale, top * scale, foot * scale)
        {
            Capital = heights[(heights.Count - 1) * 4 / 5] * scale,
            Light = false,
            Contrast = (int)(parts.Sum(part => (long)part.Contrast) / area),
            Ink = (int)(parts.Sum(part => (long)part.Luma) / area),
            Terms = [],
            Runs = runs,
            Level = at.Level,
            Scale = scale,
        };
    }
}
