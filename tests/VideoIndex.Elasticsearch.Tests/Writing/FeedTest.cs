using VideoIndex.Elasticsearch.Tests.Cluster;
using VideoIndex.Elasticsearch.Writing;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Testing.Contracts;
using VideoIndex.Testing.Memory;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Tests.Writing;

/// <summary>What tests of writing share: a cluster, a library, and what is between them.</summary>
public abstract class FeedTest : IAsyncLifetime
{
    private readonly List<ElasticsearchEngine> _engines = [];

    internal FakeCluster Cluster { get; } = new();

    internal MemoryStore Library { get; } = new(new FakeTimeProvider());

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _engines.ForEach(engine => engine.Dispose());
        await Cluster.DisposeAsync();
    }

    internal ElasticsearchSettings Settings => new(Cluster.Address)
    {
        FirstWait = TimeSpan.FromMilliseconds(1),
        LongestWait = TimeSpan.FromMilliseconds(5),
        AnswerWithin = TimeSpan.FromSeconds(30),
        AttemptsBeforeRest = 100,
    };

    internal ElasticsearchEngine Engine(ElasticsearchSettings? settings = null, IVideoSource? source = null)
    {
        var engine = new ElasticsearchEngine(settings ?? Settings, Library, source ?? new CatalogVideos(Library, null, null), TimeProvider.System);
        _engines.Add(engine);
        return engine;
    }

    internal Task SaveAsync(params IndexedVideo[] videos) => Task.WhenAll(videos.Select(video => Library.SaveAsync(video, default)));

    internal static async Task<IReadOnlyList<string>> FindAsync(ElasticsearchEngine engine, string question) =>
        [.. (await engine.Moments.SearchAsync(new SearchRequest(QuestionParser.Parse(question, QuestionContext.Plain)), default)).Moments.Select(moment => $"{Path.GetFileName(moment.Video.Path)} {moment.Text}")];

    /// <summary>Refuses the first requests of a kind.</summary>
    internal static Func<Asked, Answer?> First(int times, Func<Asked, bool> which, Answer answer)
    {
        var left = times;
        return asked => which(asked) && Interlocked.Decrement(ref left) >= 0 ? answer : null;
    }

    internal static bool IsBulk(Asked asked) => asked.Path.EndsWith("/_bulk", StringComparison.Ordinal);

    internal static bool IsSearch(Asked asked) => asked.Path == "_search";
}
