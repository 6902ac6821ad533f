using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Ffmpeg.Tests.Segments;
using VideoIndex.Media;
using VideoIndex.Pipeline;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;
using VideoIndex.Testing.Clips;
using VideoIndex.Testing.Contracts;
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
        var findings = new GivenFindings(A.Video(path).Contents.Video with { Probe = probe }, probe);
        var stage = new AnalyzeFramesStage(
            new FfmpegMediaDecoder(tools), (_, _) => RealTaps.With(numbers), () => new KeyframeChooser(), findings, new LibraryFolder(libraryFolder));
        var analyzed = await stage.RunAsync(new AnalyzeFrames(findings.Video.Id, 1, Segment.Whole), new Progress<StageProgress>(), default);
        findings = findings with { Analyzed = new Dictionary<string, FramesAnalyzed> { [Segment.Whole.Unit] = analyzed } };

        var assemble = new AssembleStage(findings, new CutOptions(), () => new KeyframeChooser());
        var assembled = await assemble.RunAsync(new Assemble(findings.Video.Id, 1), new Progress<StageProgress>(), default);
        var video = assembled.Contents!.Video;
        var evidence = new FrameEvidence(
            probe.Pictures[0].TimeBase, ZeroOf(video, probe, analyzed), analyzed.Frames!.Timestamps, analyzed.Frames.Scores, video.Extent.End);
        return new IndexedClip(video, evidence, numbers.Numbers);
    }

    // The first frame's place on the two clocks tells where one's zero is on the other.
    private static Timing.MediaTime ZeroOf(Video video, MediaProbe probe, FramesAnalyzed analyzed) => new(
        Timing.MediaTime.FromTimestamp(analyzed.Frames!.Timestamps[0], probe.Pictures[0].TimeBase).Seconds - video.Extent.Start.Seconds);

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
