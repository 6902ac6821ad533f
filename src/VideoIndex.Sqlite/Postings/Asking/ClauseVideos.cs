using VideoIndex.Search.Language;

namespace VideoIndex.Sqlite.Postings.Asking;

/// <summary>Finds the videos that may answer a clause: too many perhaps, never too few.</summary>
/// <param name="search">Begins the search of a term from a video on: the videos that have its words, in rising order.</param>
internal sealed class ClauseVideos(Func<TermClause, long, IEnumerable<long>> search)
{
    /// <summary>Returns the videos from one on, in rising order; null where any video may.</summary>
    public IEnumerable<long>? Of(Clause clause, long from) => clause switch
    {
        TermClause term => IsAboutAbsence(term) || term.Field is "shot" or "scene" ? null : search(term, from),
        AndClause all => All([.. all.Parts.Select(part => Of(part, from)).OfType<IEnumerable<long>>()]),
        OrClause any => Any([.. any.Parts.Select(part => Of(part, from))]),
        TimeClause time => All([.. new[] { Of(time.Left, from), Of(time.Right, from) }.OfType<IEnumerable<long>>()]),
        LastingClause lasting => Of(lasting.Part, from),
        PickClause pick => Of(pick.Part, from),
        _ => null, // what is left out, evidence, facts of videos
    };

    // Fewer than some are there where none is; a shot or a scene is found by its number.
    private static bool IsAboutAbsence(TermClause term) =>
        term.Conditions.Count is { } count && count.Admits(new Timing.Rational(0, 1)) || term.Field is null && term.Wordings.Any(wording => wording.Words is [{ Folded: "shot" or "scene" }, _]);

    private static IEnumerable<long>? All(IReadOnlyList<IEnumerable<long>> parts) => parts.Count switch
    {
        0 => null,
        1 => parts[0],
        _ => Common(parts),
    };

    private static IEnumerable<long> Common(IReadOnlyList<IEnumerable<long>> parts)
    {
        var all = parts.Select(part => part.GetEnumerator()).ToList();
        try
        {
            if (!all.TrueForAll(part => part.MoveNext()))
            {
                yield break;
            }

            while (true)
            {
                var video = all.Max(part => part.Current);
                if (!all.TrueForAll(part => IsUpTo(part, video)))
                {
                    yield break;
                }

                if (all.TrueForAll(part => part.Current == video))
                {
                    yield return video;
                    if (!all[0].MoveNext())
                    {
                        yield break;
                    }
                }
            }
        }
        finally
        {
            all.ForEach(part => part.Dispose());
        }
    }

    private static bool IsUpTo(IEnumerator<long> part, long video)
    {
        while (part.Current < video)
        {
            if (!part.MoveNext())
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<long>? Any(IReadOnlyList<IEnumerable<long>?> parts) => parts.Contains(null) ? null : parts.Aggregate((one, other) => Either(one!, other!));

    private static IEnumerable<long> Either(IEnumerable<long> one, IEnumerable<long> other)
    {
        using var left = one.GetEnumerator();
        using var right = other.GetEnumerator();
        var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
        while (hasLeft || hasRight)
        {
            var next = !hasRight || (hasLeft && left.Current <= right.Current) ? left.Current : right.Current;
            yield return next;
            hasLeft = hasLeft && (left.Current > next || left.MoveNext());
            hasRight = hasRight && (right.Current > next || right.MoveNext());
        }
    }
}
