using System.Globalization;
using VideoIndex.Elasticsearch.Tests.Cluster;
using VideoIndex.Elasticsearch.Transport;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Testing.Contracts.Searching;
using VideoIndex.Testing.Contracts.Searching.Cases;
using VideoIndex.Testing.Memory;
using Xunit.Abstractions;

namespace VideoIndex.Elasticsearch.Tests.Searching;

/// <summary>What Elasticsearch is asked never loses anything that going through everything finds, whatever the question.</summary>
public sealed class ElasticAgreementTests(ITestOutputHelper output)
{
    private const int QuestionsOfALibrary = 50;

    /// <summary>How many questions are asked: 10,000, or as many as VIDEOINDEX_CASES says.</summary>
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("VIDEOINDEX_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 10_000;

    [Fact]
    public async Task Every_question_is_answered_as_by_going_through_everything()
    {
        var (answered, moments) = (0, 0L);
        for (var seed = 0; seed < Cases / QuestionsOfALibrary; seed++)
        {
            var random = new Random(seed);
            var library = new RandomLibrary(random);
            List<KnownVideo> videos = [.. Enumerable.Range(0, 3).Select(at => library.Known(library.Next($"{seed} {at}")))];
            var questions = new RandomClauses(random, library, asksPeople: true);
            await using var cluster = new FakeCluster();
            using var engine = await FilledAsync(cluster, videos);
            for (var question = 0; question < QuestionsOfALibrary; question++)
            {
                var asked = new SearchCase(videos, questions.Next(videos));
                var found = await FoundAsync(engine, asked);
                if (found != Meant(asked))
                {
                    Assert.Fail($"Seed {seed}, question {question}\n{asked}\nmeant:\n{Meant(asked)}\nfound:\n{found}");
                }

                answered += found.Length > 0 ? 1 : 0;
                moments += found.Count(sign => sign == '\n');
            }
        }

        output.WriteLine($"{Cases} questions, of which {answered} found something, {moments} moments in all.");
        Assert.InRange(answered, Cases / 3, Cases);
    }

    private static async Task<ElasticsearchEngine> FilledAsync(FakeCluster cluster, IReadOnlyList<KnownVideo> videos)
    {
        var settings = new ElasticsearchSettings(cluster.Address) { MostHits = 40 };
        var engine = new ElasticsearchEngine(new ClusterClient(settings, TimeProvider.System, new NoWire(cluster)), new MemoryStore(new FakeTimeProvider()), new KnownVideos(videos));
        Assert.Empty((await engine.RebuildAsync(default)).Complaints);
        return engine;
    }

    private static async Task<string> FoundAsync(ElasticsearchEngine engine, SearchCase asked) =>
        Described((await engine.Moments.SearchAsync(new SearchRequest(new Question("", asked.Clause)) { Limit = 100_000 }, default)).Moments);

    private static string Meant(SearchCase asked)
    {
        var question = new Question("", asked.Clause);
        return Described(asked.Videos.SelectMany(video => Merging.Of(Oracle.Of(asked.Clause, video).Select(match => MomentOf.Match(question, match, video.Facts.Video, null)))));
    }

    private static string Described(IEnumerable<Moment> moments) => string.Concat(moments.Select(Described).Order(StringComparer.Ordinal));

    private static string Described(Moment moment) => string.Create(
        CultureInfo.InvariantCulture,
        $"{moment.Video.Path} {moment.Kind} {moment.Span} '{moment.Text}' {moment.Confidence.Value} {moment.Origin} {moment.Language} {moment.Speaker} {moment.Box} {string.Concat(moment.Words)} {string.Join(" | ", moment.Evidence)}\n");
}
