using VideoIndex.Brands;
using VideoIndex.Cli.Commands.Logos;
using VideoIndex.Events;
using VideoIndex.Ffmpeg.Captions;
using VideoIndex.Ffmpeg.Clips;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Demuxing;
using VideoIndex.Ffmpeg.Frames;
using VideoIndex.Ffmpeg.Pictures;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Ffmpeg.Sheets;
using VideoIndex.Interchange.Captions;
using VideoIndex.Jobs;
using VideoIndex.Logos.Recognition;
using VideoIndex.Media;
using VideoIndex.Pipeline.Brands;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Intake;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Logos;
using VideoIndex.Pipeline.Logos.Finding;
using VideoIndex.Pipeline.Logos.Keeping;
using VideoIndex.Pipeline.Running;
using VideoIndex.Pipeline.Stages;
using VideoIndex.ScreenText;
using VideoIndex.Shots;
using VideoIndex.Sqlite;
using VideoIndex.Tesseract;
using VideoIndex.Videos;
using VideoIndex.Vision.Features;
using VideoIndex.Vision.Logos;
using VideoIndex.Vision.Looks;
using VideoIndex.Vision.ScreenText;
using VideoIndex.Vision.ScreenText.Reading;
using VideoIndex.Vision.Shots;
using VideoIndex.Vision.Stills;

namespace VideoIndex.Cli;

/// <summary>An open library, and the wiring of everything that works on it. The picture of the whole program is here.</summary>
internal sealed partial class LibraryHost : IDisposable
{
    private readonly SqliteLibrary _store;
    private readonly LocalDoorbell _doorbell = new(TimeProvider.System);
    private OwnerLocks? _owner;
    private ITextReaders? _readers;
    private LogoFinds? _finds;
    private KnownExamples? _known;

    private LibraryHost(string folder)
    {
        _store = SqliteLibrary.Open(folder);
        Folder = new LibraryFolder(folder);
    }

    /// <summary>Gets the library's files.</summary>
    public LibraryFolder Folder { get; }

    /// <summary>Gets everything known of the videos.</summary>
    public ICatalog Catalog => _store.Catalog;

    /// <summary>Gets or sets what opens the readers of words on the screen, for the workers wired from then on.</summary>
    public Func<ITextReaders> Readers { get; set; } = () => new TesseractReaders(new TesseractOptions());

    /// <summary>Gets or sets what is kept to find logos in, for the workers wired from then on.</summary>
    public LogoEvidence Logos { get; set; } = LogoEvidence.Usual;

    /// <summary>Gets or sets what things are looked for, for the workers wired from then on; disposed with this.</summary>
    public Detectors Things { get; set; } = Detectors.None;

    /// <summary>Returns whether there is a library in a folder.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, SqliteLibrary.FileName));

    /// <summary>Opens the library in a folder, making it if need be.</summary>
    public static LibraryHost Open(string folder) => new(folder);

    /// <summary>Gets the work to be done.</summary>
    public IJobStore Jobs => _store.Jobs;

    /// <summary>Gets what has happened.</summary>
    public IOutbox Outbox => _store.Outbox;

    /// <summary>Gets the brands and their logos.</summary>
    public IBrandStore Brands => _store.Brands;

    /// <summary>Wires the registering of brands.</summary>
    public BrandRegister Register() => new(Brands);

    /// <summary>Wires the keeping of logos' pictures.</summary>
    public ExampleShelf Examples(MediaTools tools) => new(Folder, new FfmpegPictureReader(tools));

    /// <summary>Wires the door files come in by.</summary>
    public VideoIntake Intake() => new(Jobs, _doorbell, Catalog, TimeProvider.System);

    /// <summary>Wires the sweeping of what killed programs left.</summary>
    public LibrarySweep Sweep() => new(Folder, Catalog, Jobs);

    /// <summary>Wires a worker, this program's one.</summary>
    public Worker Worker(MediaTools tools, WorkerOptions options, IProgress<WorkerNotice> notices)
    {
        _owner ??= OwnerLocks.Take(Folder);
        var disk = new DriveInfo(Folder.Root);
        var around = new WorkerSurroundings(_doorbell, _owner, () => disk.AvailableFreeSpace, notices, TimeProvider.System);
        return new Worker(Stages(tools, options), Jobs, around, options);
    }

    /// <summary>Wires the stages a file passes.</summary>
    private StageTable Stages(MediaTools tools, WorkerOptions options)
    {
        var findings = new JobFindings(Jobs, Catalog);
        var decoder = new FfmpegMediaDecoder(tools);
        var stages = new PipelineStages(
            new ProbeVideoStage(new FfprobeMediaProber(tools), findings),
            new PlanSegmentsStage(new FfprobeMediaDemuxer(tools), findings, options.Slots),
            new SurveyVideoStage(decoder, Taps, findings, Folder),
            new AnalyzeFramesStage(decoder, Taps, () => new KeyframeChooser(), findings, Folder),
            new ReadTextStage(_readers ??= Readers(), findings, Folder),
            new ListenStage(decoder, findings, Hearing(options), Folder),
            new ReadCaptionsStage([new FfmpegCaptionReader(tools), new SidecarCaptionReader()], findings),
            new AssembleStage(findings, new CutOptions(), () => new KeyframeChooser()),
            new TrackFeaturesStage(findings, () => new KeyframeChooser(), new FeatureKeeping(FeatureVersion, new CodeWords(), new StillCoder().Version) { BytesAnHour = Logos.BytesAnHour }, Folder),
            new IndexVideoStage(findings, Frames(tools), () => new KeyframeChooser(), Folder, Catalog),
            new FindLogosStage(Brands, Finds(tools), LogoMoments(tools)),
            new TranscribeStage(Catalog, Scribe(), Folder));
        return new StageTable(stages.Bind(findings));
    }

    private FrameTaps Taps(PictureTrack track, Segment segment) => new(
        new FrameScorer(),
        new FrameSketcher(),
        new LookAnalyst(),
        new TextSpotter(track.Rotation, segment.From is null ? TextSpans.MostReadings : TextSpans.MostReadings + 1, (_readers as ModelTextReaders)?.Places), // whether its first frame is a look is not known
        Logos.Keypoints ? new FeatureWatcher(new FeatureExtractor(), new FeatureCoder(), track.TimeBase, Logos.Stills is { } size ? new StillMaker(size) : null) : null)
    {
        Detectors = Things.Taps(),
    };

    // What is kept of another version cannot be compared.
    private static string FeatureVersion => $"{new FeatureExtractor().Version} {new FeatureCoder().Version}";

    /// <summary>Wires the report on brands.</summary>
    /// <param name="tools">FFmpeg.</param>
    /// <param name="looksAtFrames">Whether the files are opened to find the very frames appearances begin and end with.</param>
    public SponsorReport Report(MediaTools tools, bool looksAtFrames) => new(
        Catalog,
        Finds(tools),
        Known(tools),
        LogoMoments(tools),
        new LogoPlaces(Finds(tools), new LogoEnds(_store.FoundEnds, looksAtFrames ? new FfmpegFrameReader(tools, () => new FrameScorer()) : null)));

    /// <summary>Wires the ordering of searches for logos.</summary>
    public LogoOrders LogoOrders(MediaTools tools) => new(Jobs, _doorbell, Catalog, Brands, Finds(tools));

    /// <summary>Wires the writing of stills and clips beside a report.</summary>
    public EvidenceFiles Evidence(MediaTools tools) => new(Catalog, new FfmpegStillWriter(tools, () => new FrameScorer()), Clips(tools));

    /// <summary>Wires what makes logos that were found searchable.</summary>
    public LogoMoments LogoMoments(MediaTools tools) => new(Catalog, Brands, Finds(tools), _store.FoundEnds);

    /// <summary>Wires the search for logos.</summary>
    public LogoFinds Finds(MediaTools tools) => _finds ??= new LogoFinds(
        _store.FoundLogos, new EvidenceShelf(Folder, FeatureVersion, new StillCoder()), new LogoSearch(new CodeWords()), Known(tools));

    /// <summary>Wires what examples are known by.</summary>
    public KnownExamples Known(MediaTools tools) => _known ??= new KnownExamples(Examples(tools), Folder, new ExampleAnalyst(new FeatureCoder()));

    /// <summary>Wires the fetching of single frames.</summary>
    public static FfmpegFrameGrabber Frames(MediaTools tools) => new(tools, () => new FrameScorer());

    /// <summary>Wires the cutting of clips.</summary>
    public static FfmpegClipCutter Clips(MediaTools tools) => new(tools);

    /// <summary>Wires the taking of small pictures.</summary>
    public static FfmpegPictureTaker PictureTaker(MediaTools tools) => new(tools, () => new FrameScorer());

    /// <summary>Returns the one video a person means by an id, the beginning of one, or a path.</summary>
    /// <exception cref="CommandException">None is meant, or several are.</exception>
    public async Task<Video> ResolveAsync(string reference, CancellationToken cancellationToken)
    {
        var found = await Catalog.ResolveAsync(reference, cancellationToken).ConfigureAwait(false);
        if (found is [])
        {
            found = await Catalog.ResolveAsync(Path.GetFullPath(reference), cancellationToken).ConfigureAwait(false);
        }

        return found switch
        {
            [var video] => video,
            [] => throw new CommandException(ExitCodes.NotFound, "no-such-video", $"No video in the library is '{reference}'. See: videoindex list"),
            _ when found.All(video => video.Path == found[0].Path) => found[0],
            _ => throw new CommandException(
                ExitCodes.Usage, "ambiguous-video", $"'{reference}' may be any of {found.Count} videos. Give more digits of the id."),
        };
    }

    /// <summary>Returns a video that was decoded, with its frames.</summary>
    /// <exception cref="CommandException">It has no frames, or its file is gone or has changed.</exception>
    public async Task<(Video Video, FrameEvidence Evidence)> ResolveFramesAsync(string reference, CancellationToken cancellationToken)
    {
        var video = await ResolveAsync(reference, cancellationToken).ConfigureAwait(false);
        var evidence = await Catalog.ReadEvidenceAsync(video.Id, cancellationToken).ConfigureAwait(false)
            ?? throw new CommandException(ExitCodes.NotOk, "no-frames", $"'{video.Path}' has no frames in the library{(video.Sentence is { } why ? $": {why}" : "; it is sound alone.")}");
        if (!File.Exists(video.Path))
        {
            throw new CommandException(ExitCodes.NotFound, "file-gone", $"'{video.Path}' is no longer there. If it moved, index it at its new place.");
        }

        return await SourceFile.IsUnchangedAsync(video, cancellationToken).ConfigureAwait(false)
            ? (video, evidence)
            : throw new CommandException(ExitCodes.NotOk, "file-changed", $"'{video.Path}' is not the file that was indexed. Index it again.");
    }

    /// <summary>Refuses to write over a video of the library, by whatever name.</summary>
    /// <exception cref="CommandException">The file to write is one.</exception>
    public async Task KeepFootageAsync(string output, CancellationToken cancellationToken)
    {
        if (!File.Exists(output))
        {
            return;
        }

        var target = new FileInfo(output).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? output;
        foreach (var path in (string[])[output, target])
        {
            if (await Catalog.ResolveAsync(path, cancellationToken).ConfigureAwait(false) is [_, ..])
            {
                throw new CommandException(ExitCodes.Usage, "bad-output", $"'{path}' is a video of the library, and is not written over.");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        (_readers as IDisposable)?.Dispose();
        Things.Dispose();
        _scribe?.Dispose();
        _owner?.Dispose();
        _store.Dispose();
    }
}
