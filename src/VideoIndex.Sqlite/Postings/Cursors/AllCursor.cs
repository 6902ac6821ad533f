namespace VideoIndex.Sqlite.Postings.Cursors;

/// <summary>Goes through the things that all of several cursors come by.</summary>
internal sealed class AllCursor(IReadOnlyList<Cursor> parts) : Cursor
{
    private readonly Cursor[] _parts = [.. parts];
    private readonly Cursor[] _rarestFirst = [.. parts.OrderBy(part => part.Cost)];

    /// <inheritdoc/>
    public override long Cost => _rarestFirst[0].Cost;

    /// <inheritdoc/>
    public override int Seek(int thing)
    {
        if (thing <= Thing)
        {
            return Thing;
        }

        for (var at = 0; at < _rarestFirst.Length; at++)
        {
            var found = _rarestFirst[at].Seek(thing);
            if (found == End)
            {
                return Thing = End;
            }

            if (found > thing && at > 0)
            {
                at = -1; // the rarest must come up to it
            }

            thing = found;
        }

        return Thing = thing;
    }

    /// <inheritdoc/>
    public override float Score(int words)
    {
        var sum = 0.0;
        foreach (var part in _parts)
        {
            sum += part.Score(words);
        }

        return (float)sum;
    }

    /// <inheritdoc/>
    public override float Bound(int thing, out int until)
    {
        var sum = 0.0;
        until = End - 1;
        foreach (var part in _parts)
        {
            sum += part.Bound(thing, out var end);
            until = Math.Min(until, end);
        }

        return (float)sum;
    }

    /// <inheritdoc/>
    public override void AddPlaces(List<int> places)
    {
        foreach (var part in _parts)
        {
            part.AddPlaces(places);
        }
    }
}
