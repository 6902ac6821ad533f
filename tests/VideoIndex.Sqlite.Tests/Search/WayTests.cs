using VideoIndex.Metadata;
using VideoIndex.Search.Answers;
using VideoIndex.Testing.Contracts;
using VideoIndex.Testing.Contracts.Searching.Cases;

namespace VideoIndex.Sqlite.Tests.Search;

/// <summary>A question of one plain term is answered by counting in the index; where some label is noise, by deciding one thing after another. Both must say the same.</summary>
public sealed class WayTests : IDisposable
{
    private static readonly string[] Words = ["goal", "Über", "car", "person", "bus", "3", "優勝", "goal*", "gaol~", "ca*", "goal car", "\"goal\"", "goals"];
    private static readonly string[] Fields = ["", "say:", "text:", "logo:", "tag:", "colour:", "object:", "status:unreviewed ", "by:person ", "confidence:>0.3 say:", "collection:cup ", "NOT collection:cup say:", "collection:cup duration:>1min "];

    private readonly LibraryFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_short_way_says_what_the_long_way_does(int seed)
    {
        using var library = _folder.Open();
        var made = new RandomLibrary(new Random(seed));
        for (var at = 0; at < 12; at++)
        {
            await library.Catalog.SaveAsync(made.Next($"{at}"), default);
        }

        await library.Catalog.SaveAsync(A.Video("a.mp4").Hearing(A.Heard("tiny", 1, "10 goal goal car goal", "20 bye-bye car-car goal", "30 a goal")).Hearing(A.Heard("tiny", 2, "10 goal and goal")), default);
        await library.Catalog.SaveAsync(A.Video("b.mp4").Saying([.. Enumerable.Range(0, 300).Select(at => $"{at / 7}-{(at / 7) + 3} goal {(at % 3 == 0 ? "goals" : "car")}")]), default);
        await CollectAsync(library);
        var found = 0L;
        foreach (var text in Fields.SelectMany(field => Words.Select(word => field.EndsWith(':') && word.Contains(' ') ? $"{field}{word.Replace(" ", $" {field.Split(' ')[^1]}", StringComparison.Ordinal)}" : field + word)))
        {
            foreach (var (order, limit) in new[] { (SearchOrder.Best, 1000), (SearchOrder.Best, 7), (SearchOrder.Time, 7) })
            {
                var request = A.Asked(text, limit) with { Order = order, Facets = Facet.All };

                var (ours, theirs) = (await AllAsync(library, request), await AllAsync(library, request with { Noise = new HashSet<string> { "no such label" } }));

                Assert.Equal(theirs, ours);
                found += ours.Count;
            }
        }

        Assert.InRange(found, 3000, long.MaxValue);
    }

    [Fact]
    public async Task The_way_is_told_when_asked_for()
    {
        using var library = _folder.Open();
        await library.Catalog.SaveAsync(A.Video("a.mp4").Saying("0-1 goal"), default);

        Assert.Contains("counted in the index", await WayAsync(library, "goal"), StringComparison.Ordinal);
        Assert.Contains("one video after another", await WayAsync(library, "goal FOR >= 1s"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // More than are asked one by one.
    private static async Task CollectAsync(SqliteLibrary library)
    {
        for (var at = 0; at < 20; at++)
        {
            await library.Catalog.SaveAsync(A.Video($"cup{at}.mp4").Saying("0-1 a goal", $"{at}-{at + 1} person car"), default);
        }

        var videos = await library.Catalog.ListAsync(default);
        await library.Facts.ChangeAsync([.. videos.Where((_, at) => at % 4 != 0).Select(video => new FactChange.Collect(video.Id, "Cup"))], "somebody", default);
    }

    private static async Task<string> WayAsync(SqliteLibrary library, string question) =>
        (await library.Moments.SearchAsync(A.Asked(question) with { Explain = true }, default)).Explanation[^1];

    private static async Task<List<string>> AllAsync(SqliteLibrary library, SearchRequest request)
    {
        var told = new List<string>();
        do
        {
            var answer = await library.Moments.SearchAsync(request, default);
            told.Add($"{request.Question.Text}: {answer.Total} in {answer.Videos}; {string.Join(' ', answer.Facets.Select(Spelled))}");
            told.AddRange(answer.Moments.Select(moment => $"{moment.Video.Path} {moment.Kind} {moment.Span} {moment.Text}"));
            request = request with { After = answer.Next };
        }
        while (request.After is not null);
        return told;
    }

    private static string Spelled(Facet facet) => $"{facet.Name}: {string.Join(',', facet.Values.Select(value => $"{value.Value} {value.Moments} {value.Videos}"))}";
}
