namespace VideoIndex.Sqlite.Postings.Cursors;

/// <summary>Goes through the things that any of many cursors comes by: all words that start alike, say. It says no bound: so many take longer than they save.</summary>
internal sealed class ManyCursor : Cursor
{
    private readonly PriorityQueue<Cursor, int> _next = new();
    private readonly List<Cursor> _here = [];

    /// <param name="parts">The cursors, none of them moved.</param>
    public ManyCursor(IReadOnlyList<Cursor> parts)
    {
        Cost = parts.Sum(part => part.Cost);
        _here.AddRange(parts);
    }

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override int Seek(int thing)
    {
        if (thing <= Thing)
        {
            return Thing;
        }

        foreach (var part in _here)
        {
            _next.Enqueue(part, part.Seek(thing));
        }

        _here.Clear();
        while (_next.TryPeek(out var part, out var at) && at < thing)
        {
            _next.DequeueEnqueue(part, part.Seek(thing));
        }

        _next.TryPeek(out _, out var least);
        while (_next.TryPeek(out var part, out var at) && at == least && at != End)
        {
            _here.Add(part);
            _next.Dequeue();
        }

        return Thing = least;
    }

    /// <inheritdoc/>
    public override float Score(int words)
    {
        var sum = 0.0; // in any order: what that changes is far below what a float tells apart
        foreach (var part in _here)
        {
            sum += part.Score(words);
        }

        return (float)sum;
    }

    /// <inheritdoc/>
    public override float Bound(int thing, out int until)
    {
        until = End - 1;
        return float.PositiveInfinity;
    }

    /// <inheritdoc/>
    public override void AddPlaces(List<int> places)
    {
        foreach (var part in _here)
        {
            part.AddPlaces(places);
        }
    }
}
