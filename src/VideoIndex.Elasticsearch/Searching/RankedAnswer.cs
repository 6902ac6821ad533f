using System.Text.Json;
using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Elasticsearch.Searching.Asking;
using VideoIndex.Elasticsearch.Searching.Finding;
using VideoIndex.Elasticsearch.Transport;
using VideoIndex.Elasticsearch.Writing;
using VideoIndex.Metadata;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Conditions;
using VideoIndex.Search.Evaluation;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Searching;

/// <summary>Answers a single term that very many things have, by Elasticsearch's own ranking and counting: only what is shown is fetched.</summary>
/// <remarks>It counts things, not moments: a word that is said twice in one utterance counts once. The answer says so.</remarks>
/// <param name="snapshot">The state of the index.</param>
/// <param name="request">What is asked.</param>
/// <param name="plan">What Elasticsearch is asked for it.</param>
/// <param name="survey">What there is.</param>
/// <param name="source">The videos.</param>
internal sealed class RankedAnswer(Snapshot snapshot, SearchRequest request, QuestionPlan plan, Survey survey, IVideoSource source)
{
    private const int MostHits = 10_000;

    private readonly PageMark? _after = PageMark.Of(request);
    private readonly Dictionary<VideoId, VideoFacts?> _videos = [];

    /// <summary>Returns whether a question is one of those, and the best are asked for.</summary>
    public static bool Suits(SearchRequest request, QuestionPlan plan, Survey survey, ElasticsearchSettings settings)
    {
        var having = (PageMark.Of(request)?.Counts ?? survey.Counts).Having;
        return plan.Asks is [{ Kind: AskKind.Term, Term: { Wordings: [_, ..] } term }] && term.Conditions == TermConditions.None && !plan.IsPicked
            && request.Order == SearchOrder.Best && request.In is null && request.Noise.Count == 0 && request.Limit <= MostHits && having.Min() > settings.MostRankedHere;
    }

    /// <summary>Reads the page that is asked for.</summary>
    public async Task<SearchAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        var (last, counts) = _after is null ? (survey.Last, survey.Counts) : (_after.LastVideo, _after.Counts);
        var (total, videos, facets) = await CountedAsync(last, cancellationToken).ConfigureAwait(false);
        var hits = (await snapshot.SearchAsync(Body(last), cancellationToken).ConfigureAwait(false)).Root.At("hits").At("hits").Items().ToList();
        var page = hits.Take(request.Limit).ToList();
        return new SearchAnswer(
            await MomentsAsync(page, cancellationToken).ConfigureAwait(false),
            [.. survey.Notes(request.Question), "So many things have these words that they were ranked, and counted, as things by Elasticsearch; what is said twice in one utterance counts once."])
        {
            Total = total,
            Videos = videos,
            Facets = facets,
            Next = hits.Count > request.Limit ? new PageMark(Place(page[^1]), last, total, videos, counts).Write(request) : null,
            Explanation = request.Explain ? [.. Explaining.Of(request.Question, counts), $"Way: Elasticsearch ranked and counted, in {snapshot.Searches} searches."] : [],
        };
    }

    private async Task<(long Total, long Videos, IReadOnlyList<Facet> Facets)> CountedAsync(long last, CancellationToken cancellationToken)
    {
        var (total, videos, counter) = (0L, 0L, new FacetCounter(request.Facets));
        var values = FacetCounts.Asked(request.Facets);
        await foreach (var video in CandidateVideos.OfAsync(snapshot, plan, (long.MinValue, last), values, cancellationToken).ConfigureAwait(false))
        {
            if (await FactsAsync(video.Video, cancellationToken).ConfigureAwait(false) is { } facts)
            {
                (total, videos) = (total + video.Things, videos + 1);
                FacetCounts.Add(counter, request.Facets, video, facts);
            }
        }

        return (total, videos, counter.Result());
    }

    private async Task<IReadOnlyList<Moment>> MomentsAsync(IReadOnlyList<JsonElement> hits, CancellationToken cancellationToken)
    {
        var found = new List<(Video Video, IEnumerable<Match> Matches)>();
        foreach (var group in hits.Select(CandidateThings.Read).GroupBy(hit => hit.Video))
        {
            if (VideoId.TryParse(group.Key, out var video) && await FactsAsync(video, cancellationToken).ConfigureAwait(false) is { } facts)
            {
                var things = group.Select(hit => hit.Thing with { Asks = [0] });
                found.Add((facts.Video, Evaluator.Of(request.Question, new FoundEvidence(facts, plan, things, default, request.Noise))));
            }
        }

        return await new ShownMoments(snapshot, request.Question).OfAsync(found, cancellationToken).ConfigureAwait(false);
    }

    private async Task<VideoFacts?> FactsAsync(VideoId video, CancellationToken cancellationToken)
    {
        if (!_videos.TryGetValue(video, out var facts))
        {
            _videos[video] = facts = await source.FactsAsync(video, cancellationToken).ConfigureAwait(false);
        }

        return facts;
    }

    private JsonObject Body(long last)
    {
        var body = new JsonObject
        {
            ["size"] = Math.Min(request.Limit + 1, MostHits),
            ["track_total_hits"] = false,
            ["_source"] = new JsonObject { ["excludes"] = new JsonArray(DocumentFields.Words, DocumentFields.Stems, DocumentFields.Shots) },
            ["query"] = Queries.Ranked([CandidateVideos.Query(plan, (long.MinValue, last))], plan.Asks[0].Term!.Wordings.SelectMany(WordQueries.Ranking)),
            ["sort"] = new JsonArray(new JsonObject { ["_score"] = new JsonObject { ["order"] = "desc" } }, DocumentFields.Entered, DocumentFields.Field, DocumentFields.Number),
        };
        if (_after is { Last: var place })
        {
            body["search_after"] = new JsonArray(place.Score, place.Video, place.Shown.Field, place.Shown.Number);
        }

        return body;
    }

    private static AnswerPlace Place(JsonElement hit)
    {
        var (sort, thing) = (hit.GetProperty("sort"), DocumentReader.Read(hit.GetProperty("_source")));
        return new AnswerPlace(sort[0].GetDouble(), sort[1].GetInt64(), thing.Span, (thing.Field, thing.Number, -1));
    }
}
