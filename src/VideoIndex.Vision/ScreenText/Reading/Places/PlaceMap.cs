namespace VideoIndex.Vision.ScreenText.Reading.Places;

/// <summary>Finds the places of words in a map of how sure it is, for each pixel, that it is of a line shrunken to its core.</summary>
/// <remarks>
/// M. Liao et al., "Real-time Scene Text Detection with Differentiable Binarization", 2020: pixels above a threshold that touch are a core; its smallest
/// rectangle, grown by its area times a ratio over its circumference, is the line.
/// </remarks>
/// <param name="Threshold">How sure a pixel of a core is, 0 to 1; the makers of the model say .3.</param>
/// <param name="Least">How sure a core is in the mean, 0 to 1; .6.</param>
/// <param name="Ratio">How much it is grown; 1.5.</param>
internal sealed record PlaceMap(double Threshold = 0.3, double Least = 0.6, double Ratio = 1.5)
{
    // A core's shorter side, in pixels; and that of a line, which is a core grown.
    private const double LeastCore = 3, LeastLine = 5;

    /// <summary>Returns the places, from top to bottom and then from left to right, by their middles.</summary>
    /// <param name="map">How sure it is of each pixel, 0 to 1, row after row.</param>
    /// <param name="width">How wide the map is, in pixels.</param>
    /// <exception cref="ArgumentException">The map is no whole number of rows.</exception>
    public IReadOnlyList<TextPlace> Places(ReadOnlySpan<float> map, int width)
    {
        if (width < 1 || map.Length % width != 0)
        {
            throw new ArgumentException($"A map of {map.Length} pixels has no rows of {width}.", nameof(width));
        }

        var (places, seen) = (new List<TextPlace>(), new bool[map.Length]);
        for (var at = 0; at < map.Length; at++)
        {
            if (!seen[at] && map[at] > Threshold && Place(map, width, Core(map, width, at, seen)) is { } place)
            {
                places.Add(place);
            }
        }

        return [.. places.OrderBy(place => place.Box.Y).ThenBy(place => place.Box.X)];
    }

    // All that touches a pixel, at a side or a corner.
    private List<(int X, int Y)> Core(ReadOnlySpan<float> map, int width, int first, bool[] seen)
    {
        var (core, open) = (new List<(int X, int Y)>(), new Stack<int>([first]));
        seen[first] = true;
        while (open.TryPop(out var at))
        {
            var (x, y) = (at % width, at / width);
            core.Add((x, y));
            for (var row = Math.Max(0, y - 1); row <= Math.Min((map.Length / width) - 1, y + 1); row++)
            {
                for (var column = Math.Max(0, x - 1); column <= Math.Min(width - 1, x + 1); column++)
                {
                    var next = (row * width) + column;
                    if (!seen[next] && map[next] > Threshold)
                    {
                        seen[next] = true;
                        open.Push(next);
                    }
                }
            }
        }

        return core;
    }

    private TextPlace? Place(ReadOnlySpan<float> map, int width, List<(int X, int Y)> core)
    {
        var box = TurnedBox.Around(core);
        var certainty = Mean(map, width, box);
        if (Math.Min(box.Width, box.Height) < LeastCore || certainty < Least)
        {
            return null;
        }

        var grown = box.Grown(box.Width * box.Height * Ratio / (2 * (box.Width + box.Height)));
        return Math.Min(grown.Width, grown.Height) < LeastLine ? null : new TextPlace(grown, certainty);
    }

    private static double Mean(ReadOnlySpan<float> map, int width, TurnedBox box)
    {
        var (left, top, right, bottom) = box.Around();
        var (sum, count) = (0.0, 0);
        for (var row = Math.Max(0, (int)top); row <= Math.Min((map.Length / width) - 1, (int)Math.Ceiling(bottom)); row++)
        {
            for (var column = Math.Max(0, (int)left); column <= Math.Min(width - 1, (int)Math.Ceiling(right)); column++)
            {
                if (box.Has(column, row))
                {
                    (sum, count) = (sum + map[(row * width) + column], count + 1);
                }
            }
        }

        return count == 0 ? 0 : sum / count;
    }
}
