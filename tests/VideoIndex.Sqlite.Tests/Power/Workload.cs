using System.Text;
using VideoIndex.Jobs;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Tests.Power;

/// <summary>A day in the life of a library: videos come, workers index them, some work fails, some videos go.</summary>
/// <param name="Videos">How many videos.</param>
/// <param name="Parts">Into how many parts each is cut.</param>
/// <param name="Workers">How many work at once.</param>
/// <param name="FailsInTen">How many tries in ten fail.</param>
/// <param name="Lines">How much is said in each video.</param>
/// <param name="RemovesEvery">Which videos are removed when all is done: every how manyth; 0 for none.</param>
public sealed record Workload(int Videos, int Parts, int Workers, int FailsInTen, int Lines, int RemovesEvery)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Does it all, and notes what was promised when.</summary>
    internal async Task RunAsync(SqliteLibrary library, FakeTimeProvider clock, DiskLog log, int seed)
    {
        await Task.WhenAll(Enumerable.Range(0, Videos).Select(video => OfferAsync(library.Jobs, log, video)));
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => WorkAsync(library.Jobs, clock, log, new Random(seed + worker), $"worker {worker}")));
        foreach (var video in Enumerable.Range(0, RemovesEvery == 0 ? 0 : Videos).Where(video => video % RemovesEvery == 0))
        {
            await library.Catalog.RemoveAsync(IdOf(video), default);
            log.Told(new Promise(IdOf(video).ToString(), Ledger.Removed));
        }
    }

    private static VideoId IdOf(int video) => A.Id($"{video}.mp4");

    private static JobOrder Order(VideoId video, string stage, string unit = "", string? fanIn = null) =>
        new(new JobKey(stage, video, 1, unit), stage, "{}") { FanIn = fanIn };

    private static async Task OfferAsync(IJobStore jobs, DiskLog log, int number)
    {
        var video = A.Video($"{number}.mp4").Contents.Video;
        await jobs.SubmitAsync(new Effects { Change = new CatalogChange.Accept(video), Orders = [Order(video.Id, "split")] }, default);
        log.Told(new Promise(video.Id.ToString(), Ledger.Accepted));
        log.Told(new Promise($"{video.Id}/split", Ledger.Ordered));
    }

    private async Task WorkAsync(IJobStore jobs, FakeTimeProvider clock, DiskLog log, Random random, string owner)
    {
        while (await jobs.NextDueAsync(default) is { } wait)
        {
            if (wait > TimeSpan.Zero)
            {
                clock.Advance(TimeSpan.FromMilliseconds(100)); // far less than a lease
            }

            foreach (var lease in await jobs.ClaimAsync(new Claim(owner, Hour, Most: 1 + random.Next(3)), default))
            {
                await DoAsync(jobs, log, random, lease);
            }
        }
    }

    private async Task DoAsync(IJobStore jobs, DiskLog log, Random random, Lease lease)
    {
        var (key, subject) = (lease.Order.Key, $"{lease.Order.Key.Video}/{lease.Order.Key.Stage}{lease.Order.Key.Unit}");
        if (key.Stage == "work" && random.Next(10) < FailsInTen)
        {
            var kind = random.Next(4) == 0 ? FailureKind.Permanent : FailureKind.Transient;
            Assert.True(await jobs.FailAsync(lease, new Failure(kind, "fault", "It did not work.", "here"), default));
            log.Told(new Promise(subject, Ledger.Failed + lease.Failures));
            return;
        }

        var effects = EffectsOf(key);
        Assert.True(await jobs.CompleteAsync(lease, effects, default));
        log.Told(new Promise(subject, Ledger.Done));
        foreach (var order in effects.Orders)
        {
            log.Told(new Promise($"{key.Video}/{order.Key.Stage}{order.Key.Unit}", Ledger.Ordered));
        }

        if (effects.Change is CatalogChange.Publish { Final: true })
        {
            log.Told(new Promise(key.Video.ToString(), Ledger.Indexed));
        }
    }

    private Effects EffectsOf(JobKey key) => key.Stage switch
    {
        "split" => new Effects
        {
            Orders = [.. Enumerable.Range(0, Parts).Select(part => Order(key.Video, "work", $"{part}", $"parts of {key.Video}"))],
            FanIns = [new FanIn($"parts of {key.Video}", Parts, Order(key.Video, "assemble"))],
        },
        "work" => new Effects { Finding = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{key} ", 100))) },
        "assemble" => new Effects { Orders = [Order(key.Video, "index")], Change = Publish(key.Video, final: false, "coarse") },
        _ => new Effects { Change = Publish(key.Video, final: true, "goal") },
    };

    private CatalogChange.Publish Publish(VideoId id, bool final, string word)
    {
        var number = Enumerable.Range(0, Videos).First(video => IdOf(video) == id);
        var lines = Enumerable.Range(0, Lines).Select(at => $"{at}-{at + 1} {word} {at} of {number}");
        return new CatalogChange.Publish(A.Video($"{number}.mp4").Saying([.. lines]).Shots("0", "10"), final);
    }
}
