using VideoIndex.Performance.Searching;
using VideoIndex.Search.Answers;
using VideoIndex.Sqlite;

namespace VideoIndex.Performance.Answering;

/// <summary>What whole answers cost, as the product gives them: pages, totals, facets, out of a library that was filled by the catalogue.</summary>
internal static class AnswersBench
{
    private const int Alike = 6; // questions of one kind

    public static async Task<int> RunAsync(Options options)
    {
        var made = new SpokenLibrary(options.Number("--videos", 417));
        var kept = options.Text("--keep");
        var folder = kept ?? Path.Combine(Places.Cache, $"answers-{Environment.ProcessId}");
        try
        {
            await FillAsync(made, folder).ConfigureAwait(false);
            await ColdStart.PrintAsync(folder).ConfigureAwait(false);
            using var library = SqliteLibrary.Open(folder);
            var asking = new Asking(library, await library.Facts.ContextAsync(default).ConfigureAwait(false));
            await new Meanwhile(library, asking, new FilledLibrary(made)).RunAsync(made.Videos, options.Number("--seconds", 20)).ConfigureAwait(false);
            await AskAsync(asking, options.Number("--rounds", 5)).ConfigureAwait(false);
            return 0;
        }
        finally
        {
            if (kept is null && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task FillAsync(SpokenLibrary made, string folder)
    {
        SearchBench.Print($"{made.Videos} videos of an hour, {made.Spans:n0} spans");
        var done = Path.Combine(folder, "filled");
        if (File.Exists(done))
        {
            return;
        }

        using var library = SqliteLibrary.Open(folder);
        var (started, before) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await new FilledLibrary(made).FillAsync(library).ConfigureAwait(false);
        SearchBench.Print($"filled in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s by the clock, {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0} s of processor time; {new FileInfo(Path.Combine(folder, SqliteLibrary.FileName)).Length / 1e9:0.00} GB");
        await File.WriteAllTextAsync(done, "").ConfigureAwait(false);
    }

    private static async Task AskAsync(Asking asking, int rounds)
    {
        SearchBench.Print($"| question | moments | wall p50 | p95 | processor p50 | p95 |");
        SearchBench.Print($"|---|---|---|---|---|---|");
        var words = new AskedWords(asking);
        foreach (var (name, some) in new[]
        {
            ("rare", await words.OfAsync(20, Alike).ConfigureAwait(false)),
            ("1,000", await words.OfAsync(1000, Alike).ConfigureAwait(false)),
            ("10,000", await words.OfAsync(10_000, Alike).ConfigureAwait(false)),
            ("100,000", await words.OfAsync(100_000, Alike).ConfigureAwait(false)),
            ("commonest", AskedWords.Commonest(Alike)),
        })
        {
            await PagesAsync(asking, name, some, rounds).ConfigureAwait(false);
            await ClausesAsync(asking, name, some, rounds).ConfigureAwait(false);
        }
    }

    private static async Task PagesAsync(Asking asking, string name, IReadOnlyList<string> words, int rounds)
    {
        var next = new List<SearchRequest>();
        foreach (var word in words)
        {
            var page = await asking.AnswerAsync(asking.Request(word)).ConfigureAwait(false);
            if (page.Next is { } after)
            {
                next.Add(asking.Request(word, after: after));
            }
        }

        await RowAsync(asking, $"{name}: first page", words.Select(word => asking.Request(word)), rounds).ConfigureAwait(false);
        await RowAsync(asking, $"{name}: first page, all facets", words.Select(word => asking.Request(word, withFacets: true)), rounds).ConfigureAwait(false);
        await RowAsync(asking, $"{name}: second page", next, rounds).ConfigureAwait(false);
        await RowAsync(asking, $"{name}: first page by time", words.Select(word => asking.Request(word, SearchOrder.Time)), rounds).ConfigureAwait(false);
    }

    private static async Task ClausesAsync(Asking asking, string name, IReadOnlyList<string> words, int rounds)
    {
        var pairs = words.Zip(words.Skip(1)).ToList();
        foreach (var (what, questions) in new (string, IEnumerable<string>)[]
        {
            ("WITHIN 5s OF", pairs.Select(pair => $"say:{pair.First} WITHIN 5s OF say:{pair.Second}")),
            ("phrase of two", pairs.Select(pair => $"\"{pair.First} {pair.Second}\"")),
            ("AND of two", pairs.Select(pair => $"{pair.First} AND {pair.Second}")),
            ("object FOR >= 5s", words.Select(word => $"object:{word} FOR >= 5s")),
            ("by: and confidence:", words.Select(word => $"{word} by:model confidence:>=0.8")),
            ("collection:", words.Select(word => $"{word} collection:season3")),
        })
        {
            await RowAsync(asking, $"{name}: {what}, all facets", questions.Select(question => asking.Request(question, withFacets: true)), rounds).ConfigureAwait(false);
        }
    }

    private static async Task RowAsync(Asking asking, string name, IEnumerable<SearchRequest> requests, int rounds)
    {
        if (requests.ToList() is not [_, ..] all)
        {
            return;
        }

        var (started, before) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var found = (await asking.AnswerAsync(all[0]).ConfigureAwait(false)).Total;
        var wall = TimeProvider.System.GetElapsedTime(started);
        var times = wall.TotalSeconds > 2
            ? new Times([wall.TotalMilliseconds], [(Environment.CpuUsage.TotalTime - before).TotalMilliseconds], found) // once is enough
            : await asking.TimeAsync(all, rounds).ConfigureAwait(false);
        SearchBench.Print($"| {name} | {times.Found:n0} | {times.Wall.At(.5):0.0} | {times.Wall.At(.95):0.0} | {times.Work.At(.5):0.0} | {times.Work.At(.95):0.0} |");
    }
}
