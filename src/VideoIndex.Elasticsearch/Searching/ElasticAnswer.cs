using System.Text.Json;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Elasticsearch.Searching.Asking;
using VideoIndex.Elasticsearch.Searching.Finding;
using VideoIndex.Elasticsearch.Writing;
using VideoIndex.Metadata;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Evaluation;

namespace VideoIndex.Elasticsearch.Searching;

/// <summary>Answers one question out of one state of the index: Elasticsearch finds the videos and the things that may answer, the core decides.</summary>
/// <param name="snapshot">The state of the index.</param>
/// <param name="request">What is asked.</param>
/// <param name="plan">What Elasticsearch is asked for it.</param>
/// <param name="survey">What there is.</param>
/// <param name="source">The videos.</param>
/// <param name="settings">How much is fetched.</param>
internal sealed class ElasticAnswer(Snapshot snapshot, SearchRequest request, QuestionPlan plan, Survey survey, IVideoSource source, ElasticsearchSettings settings)
{
    // So many videos are fetched together at most.
    private const int MostVideos = 64;

    private readonly PageMark? _after = PageMark.Of(request);
    private readonly Dictionary<long, VideoFacts> _videos = [];
    private long _looked;

    private bool IsWhole => _after is null || request.Facets is [_, ..];

    /// <summary>Reads the page that is asked for.</summary>
    public async Task<SearchAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        var (last, counts) = _after is null ? (survey.Last, survey.Counts) : (_after.LastVideo, _after.Counts);
        var collector = new AnswerCollector(request, new Relevance(request.Question, counts));
        var facets = new FacetCounter(request.Facets, request.Shown);
        var things = new CandidateThings(snapshot, plan, settings.MostHits);
        await GoThroughAsync(last, things, collector, facets, cancellationToken).ConfigureAwait(false);
        var (page, more) = collector.Result();
        var (total, videos) = _after is null ? (collector.Total, collector.Videos) : (_after.Total, _after.Videos);
        return new SearchAnswer(await MomentsAsync(page, cancellationToken).ConfigureAwait(false), survey.Notes(request.Question))
        {
            Total = total,
            Videos = videos,
            Facets = facets.Result(),
            Next = more ? new PageMark(page[^1].Place, last, total, videos, counts).Write(request) : null,
            Explanation = request.Explain ? [.. Explaining.Of(request.Question, counts), Way(things.Fetched)] : [],
        };
    }

    private async Task GoThroughAsync(long last, CandidateThings things, AnswerCollector collector, FacetCounter facets, CancellationToken cancellationToken)
    {
        var from = IsWhole || request.Order == SearchOrder.Best ? long.MinValue : _after!.Last.Video - 1;
        var (batch, size) = (new List<CandidateVideo>(), 0L);
        await foreach (var video in CandidateVideos.OfAsync(snapshot, plan, (from, last), null, cancellationToken).ConfigureAwait(false))
        {
            if (request.In is { } only && video.Video != only)
            {
                continue;
            }

            batch.Add(video);
            size += video.Things;
            if (batch.Count == MostVideos || size >= settings.MostHits)
            {
                await DecideAsync(batch, things, collector, facets, cancellationToken).ConfigureAwait(false);
                (batch, size) = ([], 0);
                if (!IsWhole && collector.IsFull)
                {
                    return;
                }
            }
        }

        if (batch.Count > 0)
        {
            await DecideAsync(batch, things, collector, facets, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task DecideAsync(List<CandidateVideo> batch, CandidateThings things, AnswerCollector collector, FacetCounter facets, CancellationToken cancellationToken)
    {
        if (things.Fetched + batch.Sum(video => video.Things) > settings.MostCandidates)
        {
            throw new ElasticsearchException("too-broad", $"More than {settings.MostCandidates} things may answer this question. Ask for more: another word, a field, a collection.");
        }

        var found = await things.OfAsync(batch, cancellationToken).ConfigureAwait(false);
        var documents = plan.Counts
            ? await VideoPages.OfAsync(snapshot, batch.Select(video => video.Video.ToString()), DocumentFields.LookedBy, cancellationToken).ConfigureAwait(false)
            : new Dictionary<string, JsonElement>();
        foreach (var video in batch)
        {
            var name = video.Video.ToString();
            if (await source.FactsAsync(video.Video, cancellationToken).ConfigureAwait(false) is not { } facts)
            {
                continue; // it was removed, and the index has not heard of it yet
            }

            _looked++;
            var moments = Evaluator.Of(request.Question, new FoundEvidence(facts, plan, found[name], documents.GetValueOrDefault(name), request.Noise));
            if (moments.Count > 0)
            {
                _videos[video.Entered] = facts;
                collector.Add(video.Entered, moments);
                facets.Add(video.Entered, facts, moments);
            }
        }
    }

    private async Task<IReadOnlyList<Moment>> MomentsAsync(IReadOnlyList<(Match Moment, AnswerPlace Place)> page, CancellationToken cancellationToken)
    {
        var inTime = Comparer<(Match Moment, AnswerPlace Place)>.Create((one, other) => one.Place.CompareWithin(other.Place));
        var groups = page.GroupBy(one => one.Place.Video) // keeps the order in which videos first appear: best first
            .Select(group => (_videos[group.Key].Video, (IEnumerable<Match>)group.Order(inTime).Select(one => one.Moment)));
        return await new ShownMoments(snapshot, request.Question).OfAsync([.. groups], cancellationToken).ConfigureAwait(false);
    }

    private string Way(long fetched) =>
        $"Way: Elasticsearch, in {snapshot.Searches} searches, found {_looked} videos with {fetched} things that may answer; the core decided.";
}
