using VideoIndex.Ffmpeg.Captions;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Frames;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Interchange.Captions;
using VideoIndex.Media;
using VideoIndex.Pipeline.Ingest;
using VideoIndex.Pipeline.Library;
using VideoIndex.Shots;
using VideoIndex.Videos;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Ffmpeg.Tests.Hostile;

/// <summary>The stages the product is made of, wired as the command line wires them.</summary>
internal sealed class WholeIngest(MediaTools tools, string library)
{
    public Func<IFrameScorer> Scorers { get; init; } = () => new FrameScorer();

    public IMediaProber Prober { get; init; } = new FfprobeMediaProber(tools);

    public VideoIngest Into(ICatalog catalog)
    {
        var (decoder, folder) = (new FfmpegMediaDecoder(tools), new LibraryFolder(library));
        return new VideoIngest(
            new IngestStages(
                Prober,
                decoder,
                new AnalyzeFramesStage(decoder, Scorers, () => new KeyframeChooser(), folder),
                new ReadCaptionsStage([new FfmpegCaptionReader(tools), new SidecarCaptionReader()]),
                new AssembleStage(new CutOptions()),
                new IndexVideoStage(catalog, new FfmpegFrameGrabber(tools, Scorers), folder)),
            catalog,
            TimeProvider.System);
    }

    /// <summary>Reads one file and returns what is known of it then.</summary>
    public async Task<Video> ReadAsync(string path) =>
        (await Into(new MemoryCatalog()).RunAsync(new IngestVideo(path, Force: false), new Progress<IngestProgress>(), default)).Video;
}
