using VideoIndex.Sqlite.Postings;

namespace VideoIndex.Performance.Searching;

/// <summary>Puts videos in one after another, each in a transaction synced to the disk; and searches meanwhile.</summary>
internal sealed class Indexing(string folder, SpokenLibrary library)
{
    private const int Indexers = 4;

    /// <summary>Measures, and prints.</summary>
    /// <param name="commits">How many videos are put in on each side.</param>
    public void Run(int commits)
    {
        var fresh = Directory.CreateDirectory(Path.Combine(Places.Cache, $"search-fresh-{Environment.ProcessId}")).FullName;
        try
        {
            using (var postings = new PostingSide(fresh))
            using (var fts = new FtsSide(fresh))
            {
                foreach (var side in (Side[])[postings, fts, postings, fts])
                {
                    Commit(side, commits / 2);
                }

                SearchBench.Print($"segments after {commits} commits: {postings.Number("SELECT count(*) FROM posting_segment")}");
            }
        }
        finally
        {
            Directory.Delete(fresh, recursive: true);
        }

        SearchMeanwhile();
    }

    private int _next = 1;

    private void Commit(Side side, int commits)
    {
        var times = new List<double>();
        var used = 0.0;
        for (var video = _next; video < _next + commits; video++)
        {
            var things = library.Things(video % library.Videos + 1);
            used += Timing.Processor(() => times.Add(Timing.One(() =>
            {
                using var transaction = side.Connection.BeginTransaction();
                side.Add(video, things);
                transaction.Commit();
            })));
        }

        _next += commits;
        times.Sort();
        var sorted = times.ToArray();
        SearchBench.Print($"commit of a video, {side.Name}: p50 {sorted.At(.5):0.0}, p95 {sorted.At(.95):0.0}, p99 {sorted.At(.99):0.0}, most {sorted[^1]:0.0} ms; {SpokenLibrary.PerVideo * commits / used:n0} rows a second of processor time");
    }

    private void SearchMeanwhile()
    {
        using var side = new PostingSide(folder);
        var random = new Random(5);
        var words = Enumerable.Range(0, 400).Select(_ => SpokenLibrary.Word(SpokenLibrary.Rank(random))).ToArray();
        _ = Ask(side, words);
        var idle = Ask(side, words);
        using var stop = new CancellationTokenSource();
        var indexed = 0;
        var indexers = Enumerable.Range(0, Indexers).Select(number => Task.Run(() => Index(number, ref indexed, side.Index, stop.Token))).ToArray();
        var busy = Ask(side, words);
        stop.Cancel();
        Task.WhenAll(indexers).GetAwaiter().GetResult();
        SearchBench.Print($"any word, ranked 20 and first 20: idle p50 {idle.At(.5):0.00}, p95 {idle.At(.95):0.00} ms; while {Indexers} index ({indexed} videos) p50 {busy.At(.5):0.00}, p95 {busy.At(.95):0.00} ms");
    }

    private void Index(int number, ref int indexed, PostingIndex index, CancellationToken stop)
    {
        using var side = new PostingSide(folder) { Index = index };
        side.Run("PRAGMA busy_timeout = 30000");
        for (var video = library.Videos + 1 + number; !stop.IsCancellationRequested; video += Indexers)
        {
            var things = library.Things(video);
            using var transaction = side.Connection.BeginTransaction(deferred: false);
            side.Add(video, things);
            transaction.Commit();
            Interlocked.Increment(ref indexed);
        }
    }

    private static double[] Ask(PostingSide side, string[] words) => Timing.Of(words.Select(word => new Action(() => _ = side.Best(word) + side.First(word))));
}
