using Microsoft.Data.Sqlite;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Evaluation;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Search.Things;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Search;

/// <summary>Reads one page of an answer out of one state of the library.</summary>
internal sealed class AnswerReader(SqliteConnection connection, SearchRequest request, CancellationToken cancellationToken)
{
    private readonly ISpanIndex _spans = SearchIndex.Of(connection);
    private readonly PageMark? _after = PageMark.Of(request);

    public SearchAnswer Read()
    {
        var last = _after?.LastVideo ?? Last();
        var counts = _after?.Counts ?? Counts();
        var collector = new AnswerCollector(request, new Relevance(request.Question, counts));
        var facets = new FacetCounter(request.Facets, request.Shown);
        var work = GoThrough(last, collector, facets);
        var (page, more) = collector.Result();
        var (total, videos) = _after is null ? (collector.Total, collector.Videos) : (_after.Total, _after.Videos);
        return new SearchAnswer(Moments(page), EvidenceNotes.Of(connection, request.Question))
        {
            Total = total,
            Videos = videos,
            Facets = facets.Result(),
            Next = more ? new PageMark(page[^1].Place, last, total, videos, counts).Write(request) : null,
            Explanation = request.Explain ? [.. Explaining.Of(request.Question, counts), work] : [],
        };
    }

    // Of one video that is asked, it is both the first and the last; 0 where there is none.
    private long Last() => request.In is { } video
        ? connection.Number("SELECT coalesce(max(ordinal), 0) FROM video WHERE id = $id", ("$id", video.ToString()))
        : connection.Number("SELECT coalesce(max(ordinal), 0) FROM video");

    // A later page in order of time begins at its video and ends when it is full: the totals are those of the first.
    private string GoThrough(long last, AnswerCollector collector, FacetCounter facets)
    {
        var isWhole = _after is null || request.Facets is [_, ..];
        var from = request.In is not null ? last - 1 : isWhole || request.Order == SearchOrder.Best ? 0 : _after!.Last.Video - 1;
        var (looked, read) = (0L, 0L);
        foreach (var video in _spans.Videos(connection, request.Question.Root, from))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (video > last || (!isWhole && collector.IsFull))
            {
                break;
            }

            var evidence = new SqliteEvidence(connection, _spans, video, request.Noise);
            var moments = Evaluator.Of(request.Question, evidence);
            (looked, read) = (looked + 1, read + evidence.Read);
            if (moments.Count > 0)
            {
                collector.Add(video, moments);
                Count(facets, video, evidence, moments);
            }
        }

        return $"Way: candidates by the index, decided one video after another; {looked} videos and {read} things were read.";
    }

    private void Count(FacetCounter facets, long video, SqliteEvidence evidence, IReadOnlyList<Match> moments)
    {
        if (request.Facets is [_, ..])
        {
            facets.Add(video, evidence.Facts, moments);
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
