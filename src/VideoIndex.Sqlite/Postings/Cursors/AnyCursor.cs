namespace VideoIndex.Sqlite.Postings.Cursors;

/// <summary>Goes through the things that any of a few cursors comes by.</summary>
internal sealed class AnyCursor : Cursor
{
    private const int Few = 8;

    private readonly Cursor[] _parts;
    private readonly List<int> _one = [];
    private readonly List<int> _other = [];

    private AnyCursor(IReadOnlyList<Cursor> parts, bool areApart)
    {
        _parts = [.. parts];
        AreApart = areApart;
        Cost = parts.Sum(part => part.Cost);
    }

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <summary>Gets whether no two of the cursors come by one thing: lists of one word in several fields.</summary>
    public bool AreApart { get; }

    /// <summary>Gets the cursors.</summary>
    public IReadOnlyList<Cursor> Parts => _parts;

    /// <summary>Returns one cursor for several; null for none.</summary>
    public static Cursor? Of(IReadOnlyList<Cursor> parts, bool areApart = false) => parts switch
    {
        [] => null,
        [var one] => one,
        { Count: <= Few } => new AnyCursor(parts, areApart),
        _ => new ManyCursor(parts),
    };

    /// <inheritdoc/>
    public override int Seek(int thing)
    {
        if (thing <= Thing)
        {
            return Thing;
        }

        var least = End;
        foreach (var part in _parts)
        {
            var found = part.Thing >= thing ? part.Thing : part.Seek(thing);
            least = Math.Min(least, found);
        }

        return Thing = least;
    }

    /// <inheritdoc/>
    public override void AddThings(List<int> things, int until)
    {
        Seek(Math.Max(Thing, 0));
        _one.Clear();
        foreach (var part in _parts)
        {
            _other.Clear();
            part.AddThings(_other, until);
            Join(_one, _other);
        }

        things.AddRange(_one);
        Thing = _parts.Min(part => part.Thing);
    }

    /// <inheritdoc/>
    public override float Quick()
    {
        var sum = 0.0;
        foreach (var part in _parts)
        {
            sum += part.Thing == Thing ? part.Quick() : 0;
        }

        return (float)sum;
    }

    /// <inheritdoc/>
    public override float Score(int words)
    {
        var sum = 0.0;
        foreach (var part in _parts)
        {
            sum += part.Thing == Thing ? part.Score(words) : 0;
        }

        return (float)sum;
    }

    /// <inheritdoc/>
    public override float Bound(int thing, out int until)
    {
        var bound = 0.0;
        until = End - 1;
        foreach (var part in _parts)
        {
            var one = part.Bound(thing, out var end);
            bound = AreApart ? Math.Max(bound, one) : bound + one;
            until = Math.Min(until, end);
        }

        return (float)bound;
    }

    /// <inheritdoc/>
    public override void AddPlaces(List<int> places)
    {
        foreach (var part in _parts)
        {
            if (part.Thing == Thing)
            {
                part.AddPlaces(places);
            }
        }
    }

    // Adds the things of one sorted list to another, from the end, none twice.
    private static void Join(List<int> all, List<int> more)
    {
        if (all.Count == 0 || more.Count == 0 || more[0] > all[^1])
        {
            all.AddRange(more);
            return;
        }

        var (left, right) = (all.Count - 1, more.Count - 1);
        Coding.BlockReader.Grow(all, more.Count);
        var joined = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all);
        var at = joined.Length - 1;
        for (; right >= 0; at--)
        {
            joined[at] = left >= 0 && joined[left] >= more[right] ? joined[left] : more[right];
            if (joined[at] == more[right])
            {
                right--;
            }

            if (left >= 0 && joined[left] == joined[at])
            {
                left--;
            }
        }

        all.RemoveRange(left + 1, at - left); // as many as both had
    }
}
