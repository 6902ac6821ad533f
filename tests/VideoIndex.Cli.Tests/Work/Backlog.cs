using VideoIndex.Cli.Tests.Footage;
using VideoIndex.Jobs;
using VideoIndex.Sqlite;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Tests.Work;

/// <summary>A library in which work waits, is being done and has failed: put there by hand, on a clock that stands still between steps.</summary>
internal static class Backlog
{
    public const string Path = "/films/final.mp4";

    public static readonly VideoId Video = A.Id("final");

    private static readonly string Segments = $"segments/{Video}/1";

    /// <summary>Job 1 waits after a failure; 2 and 3 are dead, each of its own cause; 4 is at work; 5 waits for the others.</summary>
    public static async Task<Shelf> MakeAsync()
    {
        var shelf = new Shelf();
        var clock = new FakeTimeProvider();
        using var library = SqliteLibrary.Open(shelf.Library, new LibrarySettings { Clock = clock });
        var video = new Video { Id = Video, Path = Path, Bytes = 1000, Modified = A.Day(1), Added = A.Day(1) };
        string[] units = ["", "80000000000000fa", "80000000000001f4", "80000000000002ee"];
        await library.Jobs.SubmitAsync(
            new Effects
            {
                Change = new CatalogChange.Accept(video),
                Orders = [.. units.Select(unit => Order("frames", "decoding", unit) with { FanIn = Segments, Priority = 10 })],
                FanIns = [new FanIn(Segments, units.Length, Order("assemble", "quick", "1"))],
            },
            CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(1));
        await FailAsync(library.Jobs, new Failure(FailureKind.Transient, "disk-full", "The disk is full.", "IOException at Disk.Flush"));
        await FailAsync(library.Jobs, new Failure(FailureKind.Permanent, "fault", "The stage has a fault (OverflowException).", "OverflowException at Rational.Add"));
        await FailAsync(library.Jobs, new Failure(FailureKind.Permanent, "fault", "The stage has a fault (FormatException).", "FormatException at Wire.Read"));
        var lease = await ClaimAsync(library.Jobs);
        await library.Jobs.HeartbeatAsync(lease, 1234, CancellationToken.None);
        await library.Jobs.SubmitAsync(new Effects { Orders = [Order("captions", "quick", "")] }, CancellationToken.None);
        return shelf;
    }

    private static JobOrder Order(string stage, string queue, string unit) =>
        new(new JobKey(stage, Video, 1, unit), queue, $$"""{"video":"{{Video}}","run":1}""");

    private static async Task FailAsync(IJobStore jobs, Failure failure) =>
        Assert.True(await jobs.FailAsync(await ClaimAsync(jobs), failure, CancellationToken.None));

    private static async Task<Lease> ClaimAsync(IJobStore jobs) =>
        Assert.Single(await jobs.ClaimAsync(new Claim("worker-7", TimeSpan.FromDays(1)), CancellationToken.None));
}
