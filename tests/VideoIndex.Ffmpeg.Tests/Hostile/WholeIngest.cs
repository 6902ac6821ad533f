using VideoIndex.Ffmpeg.Captions;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Demuxing;
using VideoIndex.Ffmpeg.Frames;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Ffmpeg.Tests.Frames;
using VideoIndex.Hearing;
using VideoIndex.Interchange.Captions;
using VideoIndex.Jobs;
using VideoIndex.Logos.Recognition;
using VideoIndex.Media;
using VideoIndex.Pipeline;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Hearing;
using VideoIndex.Pipeline.Intake;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Logos;
using VideoIndex.Pipeline.Logos.Keeping;
using VideoIndex.Pipeline.Running;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;
using VideoIndex.Testing.Memory;
using VideoIndex.Videos;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Ffmpeg.Tests.Hostile;

/// <summary>The stages the product is made of, wired as the command line wires them; jobs are done one by one.</summary>
internal sealed class WholeIngest(MediaTools tools, string library, ITranscribers? ears = null)
{
    private readonly MemoryStore _store = new(TimeProvider.System);

    public Func<IFrameScorer> Scorers { get; init; } = () => new FrameScorer();

    public IMediaProber Prober { get; init; } = new FfprobeMediaProber(tools);

    /// <summary>Reads one file and returns what is known of it then.</summary>
    public async Task<VideoContents> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var offered = await new VideoIntake(_store, new LocalDoorbell(TimeProvider.System), _store, TimeProvider.System)
            .OfferAsync(path, force: false, cancellationToken);
        var bindings = Bind();
        while (await _store.ClaimAsync(new Claim("test", TimeSpan.FromHours(1)), cancellationToken) is [var lease])
        {
            var binding = bindings.Single(binding => binding.Stage == lease.Order.Key.Stage);
            await _store.CompleteAsync(lease, await binding.RunAsync(lease.Order, new Progress<StageProgress>(), cancellationToken), cancellationToken);
        }

        await new LibrarySweep(new LibraryFolder(library), _store, _store).AllAsync(cancellationToken);
        return (await _store.ReadAsync(offered.Video.Id, cancellationToken))!;
    }

    private HearingRules Hearing => new(ears ?? new Nobody()) { When = ears is null ? ListenWhen.Never : ListenWhen.Always };

    private IReadOnlyList<StageBinding> Bind()
    {
        var (decoder, folder) = (new FfmpegMediaDecoder(tools), new LibraryFolder(library));
        var findings = new JobFindings(_store, _store);
        return new PipelineStages(
            new ProbeVideoStage(Prober, findings),
            new PlanSegmentsStage(new FfprobeMediaDemuxer(tools), findings, cores: 2),
            new SurveyVideoStage(decoder, (_, _) => RealTaps.With(Scorers()), findings, folder),
            new AnalyzeFramesStage(decoder, (_, _) => RealTaps.With(Scorers()), () => new KeyframeChooser(), findings, folder),
            new ReadTextStage(new SilentReaders(), findings, folder),
            new ListenStage(decoder, findings, Hearing, folder),
            new ReadCaptionsStage([new FfmpegCaptionReader(tools), new SidecarCaptionReader()], findings),
            new AssembleStage(findings, new CutOptions(), () => new KeyframeChooser()),
            new TrackFeaturesStage(findings, () => new KeyframeChooser(), new FeatureKeeping("none", new OneWord(), "none"), folder),
            new IndexVideoStage(findings, new FfmpegFrameGrabber(tools, Scorers), () => new KeyframeChooser(), folder, _store),
            LookingFor(folder),
            new TranscribeStage(_store, new Scribe(Hearing.Transcribers, _ => Task.FromResult(new TranscriptionOptions())), folder)).Bind(findings);
    }

    // There are no brands: nothing is looked for.
    private FindLogosStage LookingFor(LibraryFolder folder)
    {
        var brands = new MemoryBrandStore(TimeProvider.System);
        var finds = new LogoFinds(new MemoryFoundLogoStore(), new EvidenceShelf(folder, "none", new NoStills()), new LogoSearch(new OneWord()), null!);
        return new FindLogosStage(brands, finds, new LogoMoments(_store, brands, finds, new MemoryFoundEndStore()));
    }
}
