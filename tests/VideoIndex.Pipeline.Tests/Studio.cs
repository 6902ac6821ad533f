using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Jobs;
using VideoIndex.Logos.Recognition;
using VideoIndex.Media;
using VideoIndex.Pipeline.Brands;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Hearing;
using VideoIndex.Pipeline.Intake;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Logos;
using VideoIndex.Pipeline.Logos.Finding;
using VideoIndex.Pipeline.Logos.Keeping;
using VideoIndex.Pipeline.Running;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;
using VideoIndex.Testing.Memory;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Tests;

/// <summary>A library in a folder of its own, all stages over it, and a film for them to read. Jobs are done one by one, in the order the store hands them out.</summary>
internal sealed class Studio : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("studio-");
    private readonly IReadOnlyList<StageBinding> _bindings;

    public Studio(ListenWhen when = ListenWhen.Never)
    {
        var hearing = new HearingRules(Ears) { When = when, FreeBytes = () => FreeBytes };
        Store = new MemoryStore(Clock);
        var findings = new JobFindings(Store, Store);
        _bindings = new PipelineStages(
            new ProbeVideoStage(Film, findings),
            new PlanSegmentsStage(Film, findings, cores: 2),
            new SurveyVideoStage(Film, (_, _) => Taps.With(Film.Scorer), findings, Library),
            new AnalyzeFramesStage(Film, (_, _) => Taps.With(Film.Scorer), () => new PlainChooser(), findings, Library),
            new ReadTextStage(new SilentReaders(), findings, Library),
            new ListenStage(Film, findings, hearing, Library),
            new ReadCaptionsStage([Film], findings),
            new AssembleStage(findings, new CutOptions(), () => new PlainChooser()),
            new TrackFeaturesStage(findings, () => new PlainChooser(), new FeatureKeeping("none", new OneWord(), "none"), Library),
            new IndexVideoStage(findings, Film, () => new PlainChooser(), Library, Store),
            new FindLogosStage(Brands, Finds(new Logos.Placed(Library)), new LogoMoments(Store, Brands, Finds(new Logos.Placed(Library)), new MemoryFoundEndStore())),
            new TranscribeStage(Store, new Scribe(Ears, _ => Task.FromResult(new TranscriptionOptions())), Library)).Bind(findings);
    }

    public Film Film { get; } = new();

    /// <summary>Gets who listens to the film.</summary>
    public StubTranscribers Ears { get; } = new();

    /// <summary>Gets or sets how much room the disk has.</summary>
    public long FreeBytes { get; set; } = long.MaxValue;

    public MemoryBrandStore Brands { get; } = new(TimeProvider.System);

    public MemoryFoundLogoStore Found { get; } = new();

    public FakeTimeProvider Clock { get; } = new();

    public MemoryStore Store { get; }

    public ICatalog Catalog => Store;

    public LibraryFolder Library => new(Path.Combine(_folder.FullName, "library"));

    /// <summary>Gets the keys of all jobs done, in order.</summary>
    public List<string> Done { get; } = [];

    /// <summary>Gets or sets which jobs fail for good instead of being done.</summary>
    public Func<JobKey, bool> Doomed { get; set; } = _ => false;

    /// <summary>Gets or sets what happens after each job.</summary>
    public Func<JobKey, Task> AfterJob { get; set; } = _ => Task.CompletedTask;

    /// <summary>Writes a file with the given bytes and returns its path.</summary>
    public string FileOf(string name, string content = "film")
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    public Task<Offered> OfferAsync(string path, bool force = false) => new VideoIntake(Store, new LocalDoorbell(Clock), Store, Clock).OfferAsync(path, force, default);

    /// <summary>Offers a file and does all the work that follows.</summary>
    public async Task<Video> IngestAsync(string path, bool force = false)
    {
        var offered = await OfferAsync(path, force);
        await DrainAsync();
        return (await Catalog.FindAsync(offered.Video.Id, default))!;
    }

    public async Task DrainAsync()
    {
        while (await Store.ClaimAsync(new Claim("studio", TimeSpan.FromMinutes(1)), default) is [var lease])
        {
            await DoAsync(lease);
            Done.Add($"{lease.Order.Key.Stage} {lease.Order.Key.Unit}".Trim());
            await AfterJob(lease.Order.Key);
        }
    }

    public async Task<VideoContents> ContentsAsync(Video video) => (await Catalog.ReadAsync(video.Id, default))!;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Returns what looks for logos in this library.</summary>
    /// <param name="analyst">Says what pictures are known by.</param>
    public LogoFinds Finds(IExampleAnalyst analyst) => new(
        Found, new EvidenceShelf(Library, "none", new NoStills()), new LogoSearch(new OneWord()), new KnownExamples(new ExampleShelf(Library, null!), Library, analyst));

    private async Task DoAsync(Lease lease)
    {
        if (Doomed(lease.Order.Key))
        {
            await Store.FailAsync(lease, new Failure(FailureKind.Permanent, "fault", "It was doomed.", "doom"), default);
            return;
        }

        try
        {
            var binding = _bindings.Single(binding => binding.Stage == lease.Order.Key.Stage);
            Assert.True(await Store.CompleteAsync(lease, await binding.RunAsync(lease.Order, new Progress<StageProgress>(), default), default));
        }
        catch (Exception failure) when (failure is FindingMissingException or MediaRefusedException or ModelException)
        {
            await Store.FailAsync(lease, new Failure(FailureKind.Permanent, (failure as MediaRefusedException)?.Code ?? "fault", failure.Message, "test"), default);
        }
    }
}
