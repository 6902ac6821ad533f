using VideoIndex.Logos.Evidence;

namespace VideoIndex.Logos.Stills;

/// <summary>What was kept of one look.</summary>
/// <param name="Look">The look, counted from 0.</param>
/// <param name="Whole">Whether all of it was kept, and not only what changed since the look before.</param>
public readonly record struct KeptLook(int Look, bool Whole);

/// <summary>Stills that were kept as what changed from look to look; the last few are remembered. Any number of threads may ask.</summary>
/// <param name="looks">The looks something was kept of, rising.</param>
/// <param name="read">Returns what was kept of one of them, by its place in the list; null where it is damaged.</param>
/// <param name="decoder">Brings it back.</param>
public sealed class KeptStills(IReadOnlyList<KeptLook> looks, Func<int, byte[]?> read, IStillDecoder decoder) : IStills
{
    /// <summary>How many are remembered: 4 MB of half a look's size, 17 of all of it.</summary>
    public const int Remembered = 8;

    private readonly Lock _gate = new();
    private readonly Queue<int> _order = [];
    private readonly Dictionary<int, Still> _known = [];

    /// <inheritdoc/>
    public Still? At(int look)
    {
        var (low, high) = (0, looks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = looks[middle].Look <= look ? (middle + 1, high) : (low, middle);
        }

        lock (_gate)
        {
            return low == 0 ? null : Of(low - 1);
        }
    }

    // From the last that is remembered, or is whole, forwards.
    private Still? Of(int place)
    {
        var first = place;
        while (first > 0 && !looks[first].Whole && !_known.ContainsKey(first))
        {
            first--;
        }

        Still? still = null;
        for (var at = first; at <= place; at++)
        {
            if (!_known.TryGetValue(at, out var known))
            {
                known = read(at) is { } kept ? decoder.Decode(looks[at].Look, kept, still) : null;
                Remember(at, known);
            }

            still = known;
        }

        return still;
    }

    private void Remember(int place, Still? still)
    {
        if (still is null)
        {
            return;
        }

        if (_order.Count == Remembered)
        {
            _known.Remove(_order.Dequeue());
        }

        _order.Enqueue(place);
        _known.Add(place, still);
    }
}
