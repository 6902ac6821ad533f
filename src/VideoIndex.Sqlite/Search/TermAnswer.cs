using Microsoft.Data.Sqlite;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Evaluation;
using VideoIndex.Sqlite.Search.Things;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;

namespace VideoIndex.Sqlite.Search;

/// <summary>Answers a question of one plain term: totals and facets by counting in the index, the best by their scores there, and no thing read that is not on the page.</summary>
/// <remarks>The index may give too much, and its scores are bounds; what is on the page, and where, is decided by the core like everything else.</remarks>
/// <param name="connection">The connection.</param>
/// <param name="request">What is asked.</param>
/// <param name="plain">The term.</param>
/// <param name="chosen">The videos that are asked; null for all.</param>
internal sealed class TermAnswer(SqliteConnection connection, SearchRequest request, PlainTerm plain, IReadOnlySet<long>? chosen)
{
    private const int More = 32; // candidates beside those wanted, so that alike ones are seldom cut in two
    private const double Rounding = 1e-6; // of the index's scores, which are floats

    private readonly ISpanIndex _spans = SearchIndex.Of(connection);

    /// <summary>Gets how many things were read.</summary>
    public long Read { get; private set; }

    /// <summary>Counts the whole answer.</summary>
    /// <param name="facets">What is counted beside the totals.</param>
    public (long Total, long Videos) Count(FacetCounter facets)
    {
        var labels = new VideoLabels(connection, request.Facets);
        var (total, videos, last) = (0L, 0L, -1L);
        foreach (var spread in _spans.Over(connection, plain.Term, plain.Evidence).Where(spread => IsAsked(spread.Video)))
        {
            var moments = spread.Once + (spread.Perhaps.Count > 0 ? Evaluated(spread.Video, spread.Perhaps).Count : 0);
            if (moments > 0)
            {
                (total, videos, last) = (total + moments, videos + (spread.Video == last ? 0 : 1), spread.Video);
                Count(facets, labels, spread, moments);
            }
        }

        return (total, videos);
    }

    /// <summary>Fills a page with the best.</summary>
    public void CollectBest(Relevance relevance, long lastVideo, Func<AnswerCollector> begin, out AnswerCollector collected)
    {
        var most = request.Limit + 1 + More;
        while (true)
        {
            var best = _spans.Best(connection, plain.Term, plain.Evidence, most, relevance);
            collected = begin();
            foreach (var video in best.Where(one => MomentKey.Ordinal(one.Key) <= lastVideo && IsAsked(MomentKey.Ordinal(one.Key))).GroupBy(one => MomentKey.Ordinal(one.Key)))
            {
                collected.Add(video.Key, Evaluated(video.Key, [.. video.Select(one => one.Key).Order()]));
            }

            if (best.Count < most || IsSettled(collected, best[^1]))
            {
                return;
            }

            most *= 4;
        }
    }

    // Nothing that was not looked at can be on the page: it scores less than the last there, or as much, and comes later.
    private static bool IsSettled(AnswerCollector collected, (long Key, float Score) worst)
    {
        if (collected.Last is not { } last)
        {
            return false;
        }

        var margin = worst.Score * Rounding;
        return last.Score > worst.Score + margin
            || (last.Score >= worst.Score - margin && Before(last.Video, last.Span.Start.Milliseconds(), worst.Key));
    }

    private bool IsAsked(long video) => chosen is null || chosen.Contains(video);

    private static bool Before(long video, long milliseconds, long key) =>
        video < MomentKey.Ordinal(key) || (video == MomentKey.Ordinal(key) && milliseconds < MomentKey.Millisecond(key));

    private IReadOnlyList<Match> Evaluated(long video, IReadOnlyList<long> keys)
    {
        var evidence = new SqliteEvidence(connection, video, request.Noise, _ => keys);
        var moments = Evaluator.Of(request.Question, evidence);
        Read += evidence.Read;
        return moments;
    }

    private void Count(FacetCounter facets, VideoLabels labels, Spread spread, long moments)
    {
        foreach (var name in request.Facets)
        {
            foreach (var (value, number) in Values(name, labels, spread, moments))
            {
                facets.Add(name, value, spread.Video, number);
            }
        }
    }

    private IEnumerable<(string Value, long Moments)> Values(string name, VideoLabels labels, Spread spread, long moments) => name switch
    {
        "status" => [(spread.Alike.Status, moments)],
        "speaker" => spread.Alike.Speaker is { } speaker ? [(speaker, moments)] : [],
        "language" => spread.Alike.Language is { } language ? [(language, moments)] : [],
        "brand" => spread.Alike.Field == TagKinds.Logo ? labels.Of(spread.Keys) : [],
        "object" => spread.Alike.Field == TagKinds.Objects ? labels.Of(spread.Keys).Select(label => (request.Shown(label.Label), label.Tags)) : [],
        _ => labels.Of(name, spread.Video)!.Select(value => (value, moments)),
    };
}
