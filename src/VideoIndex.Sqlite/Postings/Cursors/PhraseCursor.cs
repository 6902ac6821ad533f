namespace VideoIndex.Sqlite.Postings.Cursors;

/// <summary>Goes through the things that have words one after another; in joints, across the border.</summary>
/// <param name="words">What the words may be, in order.</param>
/// <param name="scoring">How things are scored, and the weight of the phrase: the sum of the least weights of its words.</param>
/// <param name="border">Goes through the joints, with the places of their borders; null for none.</param>
internal sealed class PhraseCursor(IReadOnlyList<Cursor> words, (Weighing By, float Weight) scoring, Cursor? border) : Cursor
{
    private readonly AllCursor _all = new(words);
    private readonly List<int> _starts = [];
    private readonly List<int> _next = [];

    /// <inheritdoc/>
    public override long Cost => _all.Cost;

    /// <inheritdoc/>
    public override int Seek(int thing)
    {
        if (thing <= Thing)
        {
            return Thing;
        }

        for (thing = _all.Seek(thing); thing != End && !IsHere();)
        {
            thing = _all.Seek(thing + 1);
        }

        return Thing = thing;
    }

    /// <inheritdoc/>
    public override float Score(int length) => scoring.By.Score(scoring.Weight, _starts.Count, length);

    /// <inheritdoc/>
    public override float Bound(int thing, out int until) => _all.Bound(thing, out until);

    /// <inheritdoc/>
    public override void AddPlaces(List<int> places) => places.AddRange(_starts);

    private bool IsHere()
    {
        _starts.Clear();
        words[0].AddPlaces(_starts);
        for (var at = 1; at < words.Count && _starts.Count > 0; at++)
        {
            _next.Clear();
            words[at].AddPlaces(_next);
            KeepBefore(at);
        }

        if (_starts.Count > 0 && border is not null && border.Seek(_all.Thing) == _all.Thing)
        {
            _next.Clear();
            border.AddPlaces(_next);
            var at = _next[0];
            _starts.RemoveAll(start => start >= at || start + words.Count <= at);
        }

        return _starts.Count > 0;
    }

    private void KeepBefore(int distance)
    {
        var kept = 0;
        for (var at = 0; at < _starts.Count; at++)
        {
            if (_next.Contains(_starts[at] + distance))
            {
                _starts[kept++] = _starts[at];
            }
        }

        _starts.RemoveRange(kept, _starts.Count - kept);
    }
}
