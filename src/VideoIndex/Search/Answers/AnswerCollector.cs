using VideoIndex.Search.Evaluation;

namespace VideoIndex.Search.Answers;

/// <summary>Collects one page of an answer out of all its moments, however many there are: it holds no more than the page.</summary>
/// <param name="request">What is asked.</param>
/// <param name="relevance">How well moments answer.</param>
public sealed class AnswerCollector(SearchRequest request, Relevance relevance)
{
    private static readonly Comparer<AnswerPlace> WorstFirst = Comparer<AnswerPlace>.Create((one, other) => other.CompareTo(one));

    private readonly PageMark? _after = PageMark.Of(request);
    private readonly PriorityQueue<Match, AnswerPlace> _best = new(WorstFirst);

    /// <summary>Gets how many moments were added.</summary>
    public long Total { get; private set; }

    /// <summary>Gets how many videos had one.</summary>
    public long Videos { get; private set; }

    /// <summary>Gets whether nothing that comes later in the order of time can be on the page.</summary>
    public bool IsFull => request.Order == SearchOrder.Time && _best.Count > request.Limit;

    /// <summary>Adds all moments of one video.</summary>
    /// <param name="video">The number of the video.</param>
    /// <param name="moments">Its moments, in order of start, then end.</param>
    public void Add(long video, IReadOnlyList<Match> moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        Total += moments.Count;
        Videos += moments.Count > 0 ? 1 : 0;
        foreach (var moment in moments)
        {
            Offer(moment, AnswerPlace.Of(request.Order == SearchOrder.Best ? relevance.Of(moment) : 0, video, moment));
        }
    }

    /// <summary>Gets the place of the last moment that fits on the page, or the one after it; null while there is room.</summary>
    public AnswerPlace? Last => _best.Count > request.Limit && _best.TryPeek(out _, out var last) ? last : null;

    /// <summary>Returns the page in order, and whether more come after it.</summary>
    public (IReadOnlyList<(Match Moment, AnswerPlace Place)> Page, bool More) Result()
    {
        var all = _best.UnorderedItems.OrderBy(item => item.Priority).ToList();
        return ([.. all.Take(request.Limit)], all.Count > request.Limit);
    }

    private void Offer(Match moment, AnswerPlace place)
    {
        if (_after is { } mark && place <= mark.Last)
        {
            return;
        }

        if (_best.Count <= request.Limit)
        {
            _best.Enqueue(moment, place);
        }
        else
        {
            _best.EnqueueDequeue(moment, place);
        }
    }
}
