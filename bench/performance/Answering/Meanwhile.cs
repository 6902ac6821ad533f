using VideoIndex.Performance.Searching;
using VideoIndex.Sqlite;
using VideoIndex.Videos;

namespace VideoIndex.Performance.Answering;

/// <summary>Searches while four tasks put videos in: at a pace, and as fast as they can.</summary>
internal sealed class Meanwhile(SqliteLibrary library, Asking asking, FilledLibrary filled)
{
    private const int Workers = 4;

    private int _indexed;
    private int _last;

    /// <summary>Measures, and prints.</summary>
    /// <param name="videos">How many videos the library has.</param>
    /// <param name="seconds">How long each way lasts.</param>
    public async Task RunAsync(int videos, int seconds)
    {
        _last = videos + (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() % 100_000 * 1000); // a library that is kept has those of earlier runs
        var random = new Random(5);
        var words = Enumerable.Range(0, 100).Select(_ => SpokenLibrary.Word(SpokenLibrary.Rank(random))).ToList();
        _ = await AskAsync(words, TimeSpan.FromSeconds(seconds)).ConfigureAwait(false);
        foreach (var (name, pause) in new[] { ("a video a second each", TimeSpan.FromSeconds(1)), ("as fast as they can", TimeSpan.Zero) })
        {
            var idle = await AskAsync(words, TimeSpan.FromSeconds(seconds)).ConfigureAwait(false);
            var before = _indexed;
            using var stop = new CancellationTokenSource();
            var workers = Enumerable.Range(0, Workers).Select(_ => Task.Run(() => IndexAsync(pause, stop.Token))).ToArray();
            var busy = await AskAsync(words, TimeSpan.FromSeconds(seconds)).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(workers).ConfigureAwait(false);
            SearchBench.Print($"any word, first page, all facets: idle p50 {idle.Times.At(.5):0.0}, p95 {idle.Times.At(.95):0.0} ms; while {Workers} index, {name} ({_indexed - before} videos in {seconds} s): p50 {busy.Times.At(.5):0.0}, p95 {busy.Times.At(.95):0.0} ms, ratio of p95 {busy.Times.At(.95) / idle.Times.At(.95):0.0}; {busy.Times.Length} answers without an error, {busy.Partial} videos seen in part");
        }
    }

    private async Task<(double[] Times, int Partial)> AskAsync(List<string> words, TimeSpan most)
    {
        var (times, partial, begun) = (new List<double>(), 0, TimeProvider.System.GetTimestamp());
        for (var at = 0; TimeProvider.System.GetElapsedTime(begun) < most; at++)
        {
            var started = TimeProvider.System.GetTimestamp();
            _ = await asking.AnswerAsync(asking.Request(words[at % words.Count], withFacets: true)).ConfigureAwait(false);
            times.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
            if (at % 10 == 0)
            {
                var late = await asking.AnswerAsync(asking.Request("tag:" + FilledLibrary.LateLabel) with { Facets = ["video"] }).ConfigureAwait(false);
                partial += late.Facets[0].Values.Count(video => video.Moments != FilledLibrary.LateTags);
            }
        }

        times.Sort();
        return ([.. times], partial);
    }

    private async Task IndexAsync(TimeSpan pause, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var next = Task.Delay(pause, CancellationToken.None);
            await library.Catalog.ApplyAsync(new CatalogChange.Publish(filled.Video(Interlocked.Increment(ref _last)), Final: true), default).ConfigureAwait(false);
            Interlocked.Increment(ref _indexed);
            await next.ConfigureAwait(false);
        }
    }
}
