using VideoIndex.Sqlite.Postings.Cursors;

namespace VideoIndex.Sqlite.Postings.Asking;

/// <summary>Finds the best of the things that have a term's words, passing over all blocks that can hold none.</summary>
/// <remarks>Ding and Suel, "Faster top-k document retrieval using block-max indexes" (2011): once as many are found as are wanted, a stretch of the lists is read only where the sum of its blocks' best scores beats the worst of them.</remarks>
internal sealed class BestThings(int most)
{
    private readonly PriorityQueue<long, (float Score, long Later)> _found = new(); // the worst comes first: of two alike the later one

    /// <summary>Returns the best, best first, of two alike the earlier one.</summary>
    public IReadOnlyList<(long Key, float Score)> Of(TermSearch search)
    {
        if (most > 0)
        {
            foreach (var part in search.All())
            {
                Collect(part);
            }
        }

        var best = new (long Key, float Score)[_found.Count];
        for (var at = best.Length - 1; _found.TryDequeue(out var key, out var rank); at--)
        {
            best[at] = (key, rank.Score);
        }

        return best;
    }

    private void Collect(SegmentSearch part)
    {
        var (next, bounded) = (0, -1); // until where the bound is known, and found to be no reason to pass on
        while (true)
        {
            if (next > bounded && _found.Count == most)
            {
                (next, bounded) = PassOn(part, next);
            }

            var thing = part.Cursor.Seek(next);
            if (thing == Cursor.End)
            {
                return;
            }

            if (thing > bounded && _found.Count == most)
            {
                next = thing;
                (next, bounded) = PassOn(part, next);
                if (next > thing)
                {
                    continue;
                }
            }

            if ((_found.Count < most || CanBeat(part.Cursor.Quick(), thing, part)) && part.Filter.Admits(thing, out next))
            {
                Offer(part.Cursor.Score(part.Things.Words(thing)), thing, part);
            }

            next = Math.Max(next, thing + 1);
        }
    }

    // Blocks that are passed over are not read.
    private (int Next, int Bounded) PassOn(SegmentSearch part, int next)
    {
        while (next < part.Live.Segment.Things)
        {
            if (CanBeat(part.Cursor.Bound(next, out var until), next, part))
            {
                return (next, until);
            }

            next = until + 1;
        }

        return (Cursor.End, Cursor.End);
    }

    private bool CanBeat(float bound, int thing, SegmentSearch part)
    {
        _found.TryPeek(out _, out var worst);
        return bound > worst.Score || (bound == worst.Score && part.Things.Key(thing) < -worst.Later);
    }

    private void Offer(float score, int thing, SegmentSearch part)
    {
        if (_found.Count < most)
        {
            var key = part.Things.Key(thing);
            _found.Enqueue(key, (score, -key));
        }
        else if (CanBeat(score, thing, part))
        {
            var key = part.Things.Key(thing);
            _found.DequeueEnqueue(key, (score, -key));
        }
    }
}
