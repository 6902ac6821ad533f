namespace VideoIndex.Logos.Recognition;

/// <summary>Tells which of many claimed poses agree, without comparing all with all: they are sorted by where the middle would lie.</summary>
/// <remarks>Made once and used again and again, so that it makes no garbage.</remarks>
/// <param name="diagonal">The logo's diagonal in its own pixels.</param>
/// <param name="slack">By how much claims may be further apart than is allowed, relative: for claims that are not known to the last bit.</param>
internal sealed class ClaimCrowd(double diagonal, double slack = 0)
{
    private const double Reach = 0.2, PixelsOfSlack = 100;
    private ClaimedPose[] _sorted = [];
    private int[] _order = [], _places = [], _members = [];
    private double[] _keys = [];
    private bool[] _gone = [];
    private int _count;

    /// <summary>Takes other claims in place of those it has.</summary>
    public void Set(ReadOnlySpan<ClaimedPose> claims)
    {
        _count = claims.Length;
        if (_count > _sorted.Length)
        {
            var room = 2 * _count;
            (_sorted, _order, _places, _members, _keys, _gone) = (new ClaimedPose[room], new int[room], new int[room], new int[room], new double[room], new bool[room]);
        }

        for (var at = 0; at < _count; at++)
        {
            (_order[at], _keys[at], _gone[at]) = (at, claims[at].Middle.X, false);
        }

        Array.Sort(_keys, _order, 0, _count);
        for (var place = 0; place < _count; place++)
        {
            _sorted[place] = claims[_order[place]];
            _places[_order[place]] = place;
        }
    }

    /// <summary>Returns whether any claim has so many that agree with it, itself counted.</summary>
    public bool Holds(int fewest)
    {
        for (var place = 0; place < _count; place++)
        {
            if (!_gone[place] && Gather(place, fewest) >= fewest)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns whether a claim has not been taken out.</summary>
    public bool IsAlive(int claim) => !_gone[_places[claim]];

    /// <summary>Takes a claim out.</summary>
    public void Remove(int claim) => _gone[_places[claim]] = true;

    /// <summary>Finds the claim most others agree with, doubtful ones counting less; of equals the first.</summary>
    /// <param name="matches">The matches the claims are of.</param>
    /// <returns>The claim, and those that agree with it, rising; -1 and none where all are taken out.</returns>
    public (int Seed, int[] Members) Largest(ReadOnlySpan<FeatureMatch> matches)
    {
        var (best, most, members) = (-1, -1.0, Array.Empty<int>());
        for (var seed = 0; seed < _count; seed++)
        {
            // Not even with no doubt at all.
            if (!IsAlive(seed) || Gather(_places[seed], int.MaxValue) is var count && (1.3 * count) + 1e-6 < most)
            {
                continue;
            }

            var agreeing = _members.AsSpan(0, count);
            agreeing.Sort();
            var support = 0.0;
            foreach (var at in agreeing)
            {
                support += 1.3 - matches[at].Doubt;
            }

            if (support > most)
            {
                (best, most, members) = (seed, support, agreeing.ToArray());
            }
        }

        return (best, members);
    }

    // Those that agree with the claim at a place, up to so many, in no order.
    private int Gather(int place, int enough)
    {
        ref readonly var seed = ref _sorted[place];
        var (reach, count) = ((Reach * seed.Scale * diagonal * (1 + slack)) + (PixelsOfSlack * slack), 0);
        for (var at = place; at >= 0 && count < enough && _keys[place] - _keys[at] < reach; at--)
        {
            count = Offer(seed, at, reach, count);
        }

        for (var at = place + 1; at < _count && count < enough && _keys[at] - _keys[place] < reach; at++)
        {
            count = Offer(seed, at, reach, count);
        }

        return count;
    }

    private int Offer(in ClaimedPose seed, int place, double reach, int count)
    {
        if (!_gone[place] && seed.Agrees(_sorted[place], reach, slack))
        {
            _members[count++] = _order[place];
        }

        return count;
    }
}
