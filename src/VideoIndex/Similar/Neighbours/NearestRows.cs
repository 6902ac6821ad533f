namespace VideoIndex.Similar.Neighbours;

/// <summary>Keeps the best rows of all that are offered; of equally good ones the first rows, whatever the order in which they come.</summary>
internal sealed class NearestRows(int most) : IRowTaker
{
    private readonly PriorityQueue<Neighbour, Neighbour> _kept = new(Comparer<Neighbour>.Create(WorseFirst));

    /// <summary>Gets or sets which row the first of a block is.</summary>
    public int First { get; set; }

    /// <inheritdoc/>
    public float Least { get; private set; } = float.NegativeInfinity;

    /// <inheritdoc/>
    public float Take(int place, float score)
    {
        Offer(First + place, score);
        return Least;
    }

    /// <summary>Offers a row.</summary>
    public void Offer(int row, float score)
    {
        if (_kept.Count < most)
        {
            _kept.Enqueue(new Neighbour(row, score), new Neighbour(row, score));
            Least = _kept.Count == most ? _kept.Peek().Score : Least;
        }
        else if (score >= Least && most > 0)
        {
            _kept.EnqueueDequeue(new Neighbour(row, score), new Neighbour(row, score));
            Least = _kept.Peek().Score;
        }
    }

    /// <summary>Takes out what was kept, the best first.</summary>
    public IReadOnlyList<Neighbour> Best()
    {
        var best = new Neighbour[_kept.Count];
        for (var at = best.Length - 1; at >= 0; at--)
        {
            best[at] = _kept.Dequeue();
        }

        return best;
    }

    private static int WorseFirst(Neighbour one, Neighbour other) =>
        one.Score.CompareTo(other.Score) is not 0 and var order ? order : other.Row.CompareTo(one.Row);
}
