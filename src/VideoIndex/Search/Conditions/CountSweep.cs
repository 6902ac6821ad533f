using VideoIndex.Timing;

namespace VideoIndex.Search.Conditions;

/// <summary>Finds the stretches in which so many things are there at once, exactly: it goes from one beginning or end to the next.</summary>
public static class CountSweep
{
    /// <summary>Returns them in order of time. Two that touch are one; what counts changes inside.</summary>
    /// <param name="pieces">When which thing is there. A thing that is there twice at once counts once.</param>
    /// <param name="looked">What of the video was looked at: only there is it known that nothing is there. Null where nobody looked.</param>
    /// <param name="limit">How many there must be.</param>
    public static IReadOnlyList<Stretch> Of(IReadOnlyList<(MediaSpan Span, int Thing)> pieces, MediaSpan? looked, Limit limit)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        var changes = pieces.SelectMany(piece => new[] { (At: piece.Span.Start, piece.Thing, By: 1), (At: piece.Span.End, piece.Thing, By: -1) })
            .Concat(looked is { } seen ? [(At: seen.Start, Thing: -1, By: 0), (At: seen.End, Thing: -1, By: 0)] : [])
            .GroupBy(change => change.At).OrderBy(moment => moment.Key);
        var (there, open, found) = (new Dictionary<int, int>(), default(Open?), new List<Stretch>());
        foreach (var moment in changes)
        {
            var come = Change(there, moment.Where(change => change.By != 0));
            var isKnown = there.Count > 0 || looked?.Contains(moment.Key) == true;
            if (!isKnown || !limit.Admits(new Rational(there.Count, 1)))
            {
                found.AddRange(open is null ? [] : [open.Until(moment.Key)]);
                open = null;
                continue;
            }

            come = open is null ? there.Keys : come;
            open ??= new Open(moment.Key);
            open.See(come, there.Count);
        }

        return found;
    }

    // Returns what has come and not gone at once.
    private static IEnumerable<int> Change(Dictionary<int, int> there, IEnumerable<(MediaTime At, int Thing, int By)> changes)
    {
        var changed = new List<int>();
        foreach (var (_, thing, by) in changes)
        {
            there[thing] = there.GetValueOrDefault(thing) + by;
            changed.Add(thing);
        }

        foreach (var gone in changed.Where(thing => there.TryGetValue(thing, out var times) && times == 0).ToList())
        {
            there.Remove(gone);
        }

        return changed.Where(there.ContainsKey);
    }

    private sealed class Open(MediaTime from)
    {
        private readonly SortedSet<int> _things = [];
        private int _least = int.MaxValue, _most;

        public void See(IEnumerable<int> come, int count)
        {
            _things.UnionWith(come);
            (_least, _most) = (Math.Min(_least, count), Math.Max(_most, count));
        }

        public Stretch Until(MediaTime end) => new(new MediaSpan(from, end), [.. _things], null, _least, _most);
    }
}
