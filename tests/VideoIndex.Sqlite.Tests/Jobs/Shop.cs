using System.Text;
using VideoIndex.Jobs;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Tests.Jobs;

/// <summary>A library with a clock of its own, and short ways to order, claim and end jobs.</summary>
public sealed class Shop : IDisposable
{
    public static readonly VideoId Video = A.Id("shop");
    private readonly LibraryFolder _folder = new();
    private readonly List<SqliteLibrary> _opened = [];

    public Shop() => Library = Open("boot 1");

    public FakeTimeProvider Clock { get; } = new();

    public SqliteLibrary Library { get; }

    public IJobStore Jobs => Library.Jobs;

    public string File => _folder.File;

    public static JobOrder Order(string unit, string? fanIn = null, int priority = 0, int run = 1, string stage = "work") =>
        new(new JobKey(stage, Video, run, unit), "queue " + stage, $$"""{"unit":"{{unit}}"}""") { FanIn = fanIn, Priority = priority };

    public static Effects Found(string what, params JobOrder[] orders) =>
        new() { Finding = Encoding.UTF8.GetBytes(what), Orders = orders, Cost = new JobCost(10, 20, 30) };

    public static Failure Failure(FailureKind kind = FailureKind.Transient, string code = "fault") =>
        new(kind, code, "It did not work.", "Oops at Here");

    public static Video AcceptedVideo(int run = 1) => A.Video("shop").Contents.Video with { State = VideoState.Accepted, Run = run };

    public static CatalogChange Publish(int run = 1, bool final = true, string said = "0-1 goal") => new CatalogChange.Publish(
        A.Video("shop").Saying(said).With(contents => contents with { Video = contents.Video with { Run = run } }), final);

    /// <summary>Opens the library as another program would, perhaps after a restart of the machine.</summary>
    public SqliteLibrary Open(string boot)
    {
        _opened.Add(_folder.Open(new LibrarySettings { Clock = Clock, BootId = boot }));
        return _opened[^1];
    }

    public Task OrderAsync(params JobOrder[] orders) => Jobs.SubmitAsync(new Effects { Orders = orders }, default);

    public Task<IReadOnlyList<Lease>> ClaimAsync(int most = 1, double seconds = 30, IJobStore? jobs = null) =>
        (jobs ?? Jobs).ClaimAsync(new Claim("me", TimeSpan.FromSeconds(seconds), most), default);

    public async Task<Lease> ClaimOneAsync(double seconds = 30) => Assert.Single(await ClaimAsync(1, seconds));

    public async Task<string> ListAsync() => string.Join(
        ", ", (await Jobs.ListAsync(new JobFilter { States = Enum.GetValues<JobState>() }, default)).Select(job => $"{job.Order.Key.Stage} {job.Order.Key.Unit} {job.State}"));

    public void Dispose()
    {
        _opened.ForEach(library => library.Dispose());
        _folder.Dispose();
    }
}
