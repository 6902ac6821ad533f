using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.ScreenText.Lines;

/// <summary>Strings parts together that could be neighbours in a line of words: each is the other's best.</summary>
internal sealed class PartLinks
{
    private const int Cell = 32;

    private int[] _heads = [], _next = [], _right = [], _left = [], _cost = [];
    private int _across;

    /// <summary>Returns strings of two parts or more, each left to right, by their places in the list.</summary>
    public List<List<int>> Strings(List<Part> parts, int width, int height)
    {
        Prepare(parts, width, height);
        for (var at = 0; at < parts.Count; at++)
        {
            Seek(parts, at);
        }

        var strings = new List<List<int>>();
        for (var at = 0; at < parts.Count; at++)
        {
            if (Before(at) < 0 && After(at) >= 0)
            {
                strings.Add(Follow(at));
            }
        }

        return strings;
    }

    private void Prepare(List<Part> parts, int width, int height)
    {
        _across = width / Cell + 1;
        var cells = _across * (height / Cell + 1);
        if (_heads.Length < cells)
        {
            _heads = new int[cells];
        }

        if (_next.Length < parts.Count)
        {
            (_next, _right, _left, _cost) = (new int[2 * parts.Count], new int[2 * parts.Count], new int[2 * parts.Count], new int[2 * parts.Count]);
        }

        _heads.AsSpan().Fill(-1);
        for (var at = 0; at < parts.Count; at++)
        {
            (_right[at], _left[at], _cost[at]) = (-1, -1, int.MaxValue);
            var part = parts[at];
            ref var head = ref _heads[Middle(part) / Cell * _across + part.Left / Cell];
            (_next[at], head) = (head, at);
        }
    }

    private static int Middle(in Part part) => (part.Top + part.Bottom) / 2;

    // Each looks for the best to its right and offers itself to that one as the best to its left.
    private void Seek(List<Part> parts, int at)
    {
        var part = parts[at];
        var reach = 2 * part.Height;
        var (least, best) = (int.MaxValue, -1);
        for (var y = Math.Max(0, Middle(part) - reach) / Cell; y <= (Middle(part) + reach) / Cell && y * _across < _heads.Length; y++)
        {
            for (var x = part.Left / Cell; x <= (part.Right + reach) / Cell && x < _across; x++)
            {
                for (var other = _heads[y * _across + x]; other >= 0; other = _next[other])
                {
                    var cost = Cost(part, parts[other]);
                    if (cost < least || (cost == least && other < best && cost < int.MaxValue))
                    {
                        (least, best) = (cost, other);
                    }
                }
            }
        }

        if (best >= 0)
        {
            _right[at] = best;
            if (least < _cost[best])
            {
                (_cost[best], _left[best]) = (least, at);
            }
        }
    }

    // How ill a part fits right of another, in 64ths of the higher one's height; the greatest number for not at all.
    private static int Cost(in Part part, in Part other)
    {
        var (high, low) = (Math.Max(part.Height, other.Height), Math.Min(part.Height, other.Height));
        var gap = other.Left - part.Right;
        if (other.Left <= part.Left || 5 * high > 11 * low || 2 * gap < -low || 10 * gap > 14 * high)
        {
            return int.MaxValue;
        }

        var (tops, bottoms, middles) = (
            Math.Abs(part.Top - other.Top), Math.Abs(part.Bottom - other.Bottom), Math.Abs(part.Top + part.Bottom - other.Top - other.Bottom) / 2);
        var apart = Math.Abs(other.Left + other.Right - part.Left - part.Right) / 2;
        var (bright, dim) = (Math.Max(part.MeanContrast, other.MeanContrast), Math.Min(part.MeanContrast, other.MeanContrast));
        if (10 * middles > 4 * high + 6 * apart || bright > 2 * dim + 8 || Unlike(part, other))
        {
            return int.MaxValue;
        }

        var off = Math.Min(Math.Min(tops, bottoms), middles);
        return (64 * Math.Max(0, gap) + 96 * off + 32 * (high - low)) / high + (32 * (bright - dim) / bright)
            + (64 * Math.Abs(part.MeanLuma - other.MeanLuma) / Math.Max(1, bright));
    }

    private static bool Unlike(in Part part, in Part other) =>
        Math.Max(part.Stroke, other.Stroke) > 2 * Math.Min(part.Stroke, other.Stroke) + 12
        || Math.Abs(part.MeanLuma - other.MeanLuma) > 24 + Math.Min(part.MeanContrast, other.MeanContrast) / 2;

    private int Before(int at) => _left[at] >= 0 && _right[_left[at]] == at ? _left[at] : -1;

    private int After(int at) => _right[at] >= 0 && _left[_right[at]] == at ? _right[at] : -1;

    private List<int> Follow(int at)
    {
        var parts = new List<int>();
        for (; at >= 0; at = After(at))
        {
            parts.Add(at);
        }

        return parts;
    }
}
