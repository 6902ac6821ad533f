using VideoIndex.Timing;

namespace VideoIndex.Search.Conditions;

/// <summary>Finds the stretches in which so many things are there at once, exactly: it goes from one beginning or end to the next.</summary>
public static class CountSweep
{
    /// <summary>Returns them in order of time. Two that touch are one; what counts changes inside.</summary>
    /// <param name="pieces">When which thing is there. A thing that is there twice at once counts once.</param>
    /// <param name="extent">What of the video is looked at: outside, nothing is counted, not even that nothing is there.</param>
    /// <param name="limit">How many there must be.</param>
    public static IReadOnlyList<Stretch> Of(IReadOnlyList<(MediaSpan Span, int Thing)> pieces, MediaSpan extent, Limit limit)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        var changes = pieces
            .SelectMany(piece => Changes(piece.Span, piece.Thing, extent))
            .Append((At: extent.Start, Thing: -1, By: 0)).Append((At: extent.End, Thing: -1, By: 0))
            .GroupBy(change => change.At).OrderBy(moment => moment.Key).ToList();
        var (there, open, found) = (new SortedDictionary<int, int>(), default(Open?), new List<Stretch>());
        foreach (var moment in changes)
        {
            foreach (var (_, thing, by) in moment.Where(change => change.By != 0))
            {
                there[thing] = there.GetValueOrDefault(thing) + by;
            }

            foreach (var gone in there.Where(thing => thing.Value == 0).Select(thing => thing.Key).ToList())
            {
                there.Remove(gone);
            }

            var holds = limit.Admits(new Rational(there.Count, 1)) && moment.Key < extent.End;
            if (!holds && open is not null)
            {
                found.Add(open.Until(moment.Key));
                open = null;
            }
            else if (holds)
            {
                open ??= new Open(moment.Key);
                open.See(there.Keys);
            }
        }

        return found;
    }

    private static (MediaTime At, int Thing, int By)[] Changes(MediaSpan span, int thing, MediaSpan extent) =>
        [(Inside(span.Start, extent), thing, 1), (Inside(span.End, extent), thing, -1)];

    private static MediaTime Inside(MediaTime time, MediaSpan extent) => time < extent.Start ? extent.Start : time > extent.End ? extent.End : time;

    private sealed class Open(MediaTime from)
    {
        private readonly SortedSet<int> _things = [];
        private int _least = int.MaxValue, _most;

        public void See(SortedDictionary<int, int>.KeyCollection there)
        {
            _things.UnionWith(there);
            (_least, _most) = (Math.Min(_least, there.Count), Math.Max(_most, there.Count));
        }

        public Stretch Until(MediaTime end) => new(new MediaSpan(from, end), [.. _things], null, _least, _most);
    }
}
