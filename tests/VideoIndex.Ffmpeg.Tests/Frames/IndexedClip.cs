using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Pipeline.Ingest;
using VideoIndex.Pipeline.Library;
using VideoIndex.Shots;
using VideoIndex.Testing.Clips;
using VideoIndex.Testing.Contracts;
using VideoIndex.Transcripts;
using VideoIndex.Videos;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Ffmpeg.Tests.Frames;

/// <summary>A clip read as the product reads it: probed, decoded once, put together.</summary>
/// <param name="Video">The video as the catalogue would keep it.</param>
/// <param name="Evidence">Its frames.</param>
/// <param name="Numbers">The number read from each decoded frame.</param>
internal sealed record IndexedClip(Video Video, FrameEvidence Evidence, IReadOnlyList<int?> Numbers)
{
    private static readonly Lazy<Task<MediaTools>> Discovered = new(() => MediaTools.DiscoverAsync(CancellationToken.None));

    public static Task<MediaTools> Tools => Discovered.Value;

    public MediaProbe Probe => Video.Probe!;

    public static async Task<IndexedClip> ReadAsync(string path, string libraryFolder)
    {
        var tools = await Tools;
        var probe = await new FfprobeMediaProber(tools).ProbeAsync(path, default);
        var numbers = new NumberReader(probe.Pictures[0].Rotation);
        var stage = new AnalyzeFramesStage(new FfmpegMediaDecoder(tools), () => numbers, () => new KeyframeChooser(), new LibraryFolder(libraryFolder));
        var video = A.Video(path).Contents.Video with { Probe = probe };
        var frames = await stage.RunAsync(new AnalyzeFrames(video.Id, path, probe, new Progress<FramesRead>()), default);
        var assemble = new Assemble(video, frames, null, new CaptionReading([], []), frames.Evidence.Zero);
        var indexed = await new AssembleStage(new CutOptions()).RunAsync(assemble, default);
        return new IndexedClip(indexed.Contents.Video, frames.Evidence, numbers.Numbers);
    }

    // Listens in on the one decode.
    private sealed class NumberReader(int clockwise) : IFrameScorer
    {
        private readonly FrameScorer _scorer = new();

        public List<int?> Numbers { get; } = [];

        public FrameScore Score(ReadOnlySpan<byte> gray)
        {
            Numbers.Add(CounterPicture.Read(gray, GrayFrame.Width, GrayFrame.Height, clockwise));
            return _scorer.Score(gray);
        }
    }
}
