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
        var bounded = -1; // until where the bound is known, and found to be no reason to pass on
        for (var thing = part.Cursor.Seek(0); thing != Cursor.End;)
        {
            if (thing > bounded && _found.Count == most)
            {
                var bound = part.Cursor.Bound(thing, out bounded);
                if (!CanBeat(bound, thing, part))
                {
                    thing = part.Cursor.Seek(bounded + 1);
                    continue;
                }
            }

            if (part.Filter.Admits(thing, out var next))
            {
                Offer(part.Cursor.Score(part.Things.Words(thing)), thing, part);
            }

            thing = part.Cursor.Seek(next);
        }
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
