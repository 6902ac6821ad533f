using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite;

namespace VideoIndex.Performance.Answering;

/// <summary>Asks a library as a person does, and times it: by the clock, and in processor time of the whole process.</summary>
internal sealed class Asking(SqliteLibrary library, QuestionContext context)
{
    /// <summary>How many moments a page has.</summary>
    public const int Page = 20;

    /// <summary>Returns a request for a page.</summary>
    public SearchRequest Request(string question, SearchOrder order = SearchOrder.Best, bool withFacets = false, string? after = null) => new(QuestionParser.Parse(question, context))
    {
        Limit = Page,
        Order = order,
        After = after,
        Facets = withFacets ? Facet.All : [],
    };

    public Task<SearchAnswer> AnswerAsync(SearchRequest request) => library.Moments.SearchAsync(request, default);

    public async Task<long> TotalAsync(string question) => (await AnswerAsync(Request(question) with { Limit = 1 }).ConfigureAwait(false)).Total;

    /// <summary>Asks each once to warm up, then again and again, and returns what each took.</summary>
    /// <param name="requests">What is asked.</param>
    /// <param name="rounds">How often each is asked.</param>
    public async Task<Times> TimeAsync(IReadOnlyList<SearchRequest> requests, int rounds)
    {
        var found = 0L;
        foreach (var request in requests)
        {
            found += (await AnswerAsync(request).ConfigureAwait(false)).Total;
        }

        var (walls, works) = (new List<double>(), new List<double>());
        foreach (var request in Enumerable.Repeat(requests, rounds).SelectMany(all => all))
        {
            var (started, before) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
            _ = await AnswerAsync(request).ConfigureAwait(false);
            walls.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
            works.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return new Times([.. walls.Order()], [.. works.Order()], found / requests.Count);
    }
}

/// <summary>What questions took, in milliseconds, in order of size.</summary>
/// <param name="Wall">By the clock.</param>
/// <param name="Work">In processor time.</param>
/// <param name="Found">How many moments each found, in the mean.</param>
internal sealed record Times(double[] Wall, double[] Work, long Found);
