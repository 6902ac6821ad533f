using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.ScreenText.Lines;

/// <summary>Joins strings of parts that go on in the same line after a gap: words of one line, or a word broken by letters that run together.</summary>
internal static class StringJoiner
{
    /// <summary>Returns the strings, with those that belong together made one, and how each lies.</summary>
    public static IEnumerable<(List<Part> Parts, Lay Lay)> Join(IEnumerable<List<Part>> strings)
    {
        var order = strings.Select(parts => new End(parts, Lay.Of(parts))).OrderBy(end => end.First.Left).ThenBy(end => end.First.Top).ToList();
        var gone = new bool[order.Count];
        for (var at = 0; at < order.Count; at++)
        {
            for (var next = gone[at] ? -1 : Next(order, gone, at); next >= 0; next = Next(order, gone, at))
            {
                gone[next] = true;
                List<Part> both = [.. order[at].Parts, .. order[next].Parts];
                order[at] = new End(both, Lay.Of(both));
            }
        }

        return order.Where((_, at) => !gone[at]).Select(end => (end.Parts, end.Lay));
    }

    // The nearest and most alike string that starts where this one would go on: between outlined letters, pieces of what is behind them make strings too.
    private static int Next(List<End> order, bool[] gone, int at)
    {
        var (end, best, least) = (order[at], -1, int.MaxValue);
        var reach = end.Last.Right + 2 * end.Lay.Height;
        for (var other = at + 1; other < order.Count && order[other].First.Left <= reach; other++)
        {
            if (!gone[other] && end.GoesOn(order[other]) && end.Far(order[other]) is var far && far < least)
            {
                (best, least) = (other, far);
            }
        }

        return best;
    }

    private sealed record End(List<Part> Parts, Lay Lay)
    {
        private readonly int _foot = Lines.Lay.Middle([.. Parts.Select(part => part.Bottom)]), _ink = Lines.Lay.Middle([.. Parts.Select(part => part.MeanLuma)]);

        public Part First => Parts[0];

        public Part Last => Parts[^1];

        public bool GoesOn(End other)
        {
            var (height, gap) = (Math.Max(Lay.Height, other.Lay.Height), other.First.Left - Last.Right);
            if (2 * gap <= -height || 10 * gap > 18 * height)
            {
                return false;
            }

            var slope = Parts.Count >= other.Parts.Count ? Lay.Slope : other.Lay.Slope;
            var drop = slope * (Middle(other.Parts) - Middle(Parts));
            return 2 * height <= 3 * Math.Min(Lay.Height, other.Lay.Height)
                && Math.Abs(Lay.Slope - other.Lay.Slope) < 0.15
                && 4 * Math.Abs(_foot - other._foot - drop) <= height + (Parts.Count + other.Parts.Count < 6 ? 2 : 0)
                && Math.Abs(_ink - other._ink) <= 24 + Math.Min(Last.MeanContrast, other.First.MeanContrast) / 2;
        }

        // In pixels; as far again as a letter is high where the ink differs by all that it stands out.
        public int Far(End other) =>
            other.First.Left - Last.Right + (Lay.Height * Math.Abs(_ink - other._ink) / Math.Max(1, Math.Max(Last.MeanContrast, other.First.MeanContrast)));

        private static double Middle(List<Part> parts) => (parts[0].Left + parts[^1].Right) / 2.0;
    }
}
