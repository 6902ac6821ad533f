using Microsoft.Data.Sqlite;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Evaluation;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Search.Things;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Search;

/// <summary>Reads one page of an answer out of one state of the library.</summary>
internal sealed class AnswerReader(SqliteConnection connection, SearchRequest request, CancellationToken cancellationToken)
{
    private const int Few = 20; // videos: all of them are read sooner than the best of the library are gone through until enough are theirs

    private readonly ISpanIndex _spans = SearchIndex.Of(connection);
    private readonly IReadOnlySet<long>? _chosen = Chosen(connection, request);
    private readonly PageMark? _after = PageMark.Of(request);

    public SearchAnswer Read()
    {
        var last = _after?.LastVideo ?? connection.Number("SELECT coalesce(max(ordinal), 0) FROM video");
        var counts = _after?.Counts ?? Counts();
        var relevance = new Relevance(request.Question, counts);
        var facets = new FacetCounter(request.Facets, request.Shown);
        var (collector, totals, way) = PlainTerm.Of(request) is { } plain && _chosen is not { Count: < Few } ? OfTerm(plain, relevance, last, facets) : OfAny(relevance, last, facets);
        var (page, more) = collector.Result();
        var (total, videos) = _after is null ? totals : (_after.Total, _after.Videos);
        return new SearchAnswer(Moments(page), EvidenceNotes.Of(connection, request.Question))
        {
            Total = total,
            Videos = videos,
            Facets = facets.Result(),
            Next = more ? new PageMark(page[^1].Place, last, total, videos, counts).Write(request) : null,
            Explanation = request.Explain ? [.. Explaining.Of(request.Question, counts), way] : [],
        };
    }

    private static IReadOnlySet<long>? Chosen(SqliteConnection connection, SearchRequest request)
    {
        var chosen = ChosenVideos.Of(connection, request.Question);
        return request.In is not { } only ? chosen
            : VideoTable.OrdinalOf(connection, only) is { } ordinal && chosen?.Contains(ordinal) != false ? new HashSet<long> { ordinal }
            : new HashSet<long>();
    }

    private (AnswerCollector Collector, (long Total, long Videos) Totals, string Way) OfTerm(PlainTerm plain, Relevance relevance, long last, FacetCounter facets)
    {
        var answer = new TermAnswer(connection, request, plain, _chosen);
        var totals = _after is null || request.Facets is [_, ..] ? answer.Count(facets) : default;
        if (request.Order == SearchOrder.Time)
        {
            var collector = new AnswerCollector(request, relevance);
            return (collector, totals, $"Way: counted in the index; {GoThrough(last, collector, new FacetCounter([]), isWhole: false)} were read for the page.");
        }

        answer.CollectBest(relevance, last, () => new AnswerCollector(request, relevance), out var best);
        return (best, totals, $"Way: counted in the index, the best by their scores there; {answer.Read} things were read.");
    }

    private (AnswerCollector Collector, (long Total, long Videos) Totals, string Way) OfAny(Relevance relevance, long last, FacetCounter facets)
    {
        var collector = new AnswerCollector(request, relevance);
        var read = GoThrough(last, collector, facets, isWhole: _after is null || request.Facets is [_, ..]);
        return (collector, (collector.Total, collector.Videos), $"Way: candidates by the index, decided one video after another; {read} were read.");
    }

    // Where not the whole answer is wanted, it begins at the video of the page before, and ends when the page is full.
    private string GoThrough(long last, AnswerCollector collector, FacetCounter facets, bool isWhole)
    {
        var from = isWhole || _after is null || request.Order == SearchOrder.Best ? 0 : _after.Last.Video - 1;
        if (_chosen is { Count: < Few })
        {
            from = Math.Max(from, _chosen.DefaultIfEmpty(last).Min() - 1);
            last = Math.Min(last, _chosen.DefaultIfEmpty(from).Max());
        }

        var labels = new VideoLabels(connection, request.Facets);
        var (looked, read) = (0L, 0L);
        var candidates = new CandidateKeys(connection, _spans, request.Question, (isWhole || request.Order == SearchOrder.Best) && _chosen is not { Count: < Few });
        foreach (var video in candidates.Videos(from))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_chosen is not null && !_chosen.Contains(video))
            {
                continue;
            }

            if (video > last || (!isWhole && collector.IsFull))
            {
                break;
            }

            var evidence = new SqliteEvidence(connection, video, request.Noise, term => candidates.Of(video, term));
            var moments = Evaluator.Of(request.Question, evidence);
            (looked, read) = (looked + 1, read + evidence.Read);
            if (moments.Count > 0)
            {
                collector.Add(video, moments);
                Count(facets, labels, video, moments);
            }
        }

        return $"{looked} videos and {read} things";
    }

    private void Count(FacetCounter facets, VideoLabels labels, long video, IReadOnlyList<Match> moments)
    {
        if (request.Facets is [_, ..])
        {
            facets.Add(video, name => labels.Of(name, video), moments);
        }
    }

    // Time has no need of them.
    private WordCounts Counts() => request.Order == SearchOrder.Time && !request.Explain ? WordCounts.None : _spans.Common(connection, Relevance.Patterns(request.Question));

    private List<Moment> Moments(IReadOnlyList<(Match Moment, AnswerPlace Place)> page)
    {
        var keyframes = new KeyframeReader(connection);
        var moments = new List<Moment>();
        foreach (var group in page.GroupBy(one => one.Place.Video)) // keeps the order in which videos first appear: best first
        {
            var video = VideoTable.Read(connection, "WHERE ordinal = $ordinal", ("$ordinal", group.Key)).Single();
            var ordered = group.Order(Comparer<(Match Moment, AnswerPlace Place)>.Create((one, other) => one.Place.CompareWithin(other.Place)));
            moments.AddRange(Merging.Of(ordered.Select(one => MomentOf.Match(request.Question, one.Moment, video, keyframes.Keyframe(group.Key, one.Moment.Span.Start)))));
        }

        return moments;
    }
}
