using System.Collections.Concurrent;
using System.Globalization;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Demuxing;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Pipeline;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;
using VideoIndex.Videos;
using VideoIndex.Vision.Looks;
using VideoIndex.Vision.ScreenText;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Performance;

/// <summary>The shot pass alone, as a process of its own: the probe, the plan, the one decode by segments on all cores, the scores. Nothing is stored.</summary>
internal static class ShotPass
{
    /// <summary>Analyses a file in segments and prints how many frames came, in how many segments, and whether they were trusted.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cores">How many segments are decoded beside each other.</param>
    public static async Task<int> RunAsync(string file, int cores)
    {
        var folder = Directory.CreateTempSubdirectory("videoindex-shot-pass-").FullName;
        try
        {
            var tools = await MediaTools.DiscoverAsync(CancellationToken.None).ConfigureAwait(false);
            var findings = await FileFindings.OfAsync(file, tools).ConfigureAwait(false);
            var planned = await new PlanSegmentsStage(new FfprobeMediaDemuxer(tools), findings, cores)
                .RunAsync(new PlanSegments(findings.Video.Id, 1), new Progress<StageProgress>(), CancellationToken.None).ConfigureAwait(false);
            var analyzed = await AnalyzeAsync(planned.Segments, cores, findings, tools, new LibraryFolder(folder)).ConfigureAwait(false);
            var stitch = Stitching.Of(findings.Probe.Pictures[0], planned.Segments, analyzed, new KeyframeChooser());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{stitch.Frames?.Timestamps.Count} frames in {planned.Segments.Count} segments. {stitch.Distrust}"));
            return stitch.Frames is null ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Looks at the sync frames alone and prints how many came.</summary>
    public static async Task<int> SurveyAsync(string file)
    {
        var folder = Directory.CreateTempSubdirectory("videoindex-survey-").FullName;
        try
        {
            var tools = await MediaTools.DiscoverAsync(CancellationToken.None).ConfigureAwait(false);
            var findings = await FileFindings.OfAsync(file, tools).ConfigureAwait(false);
            var stage = new SurveyVideoStage(new FfmpegMediaDecoder(tools), Taps, findings, new LibraryFolder(folder));
            var surveyed = await stage.RunAsync(new SurveyVideo(findings.Video.Id, 1, Segment.Whole), new Progress<StageProgress>(), CancellationToken.None).ConfigureAwait(false);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{surveyed.Frames?.Timestamps.Count} sync frames"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static FrameTaps Taps(PictureTrack track, Segment segment) => new(
        new FrameScorer(), new FrameSketcher(), new LookAnalyst(), new TextSpotter(track.Rotation, kept: segment.From is null ? 3 : 4));

    // Each worker takes the next segment.
    private static async Task<IReadOnlyDictionary<string, FramesAnalyzed>> AnalyzeAsync(
        IReadOnlyList<Segment> segments, int cores, FileFindings findings, MediaTools tools, LibraryFolder library)
    {
        var analyzed = new ConcurrentDictionary<string, FramesAnalyzed>();
        var stage = new AnalyzeFramesStage(new FfmpegMediaDecoder(tools), Taps, () => new KeyframeChooser(), findings, library);
        await Parallel.ForEachAsync(
            segments,
            new ParallelOptions { MaxDegreeOfParallelism = cores },
            async (segment, cancellationToken) =>
            {
                var command = new AnalyzeFrames(findings.Video.Id, 1, segment);
                var seen = await stage.RunAsync(command, new Progress<StageProgress>(), cancellationToken).ConfigureAwait(false);
                analyzed[segment.Unit] = SegmentFramesForm.Read(SegmentFramesForm.Write(seen));
            }).ConfigureAwait(false);
        return analyzed;
    }

    /// <summary>What is known of a file without a library: enough for the stages that decode.</summary>
    private sealed record FileFindings(Video Video, MediaProbe Probe) : IFindings
    {
        public static async Task<FileFindings> OfAsync(string file, MediaTools tools)
        {
            var probe = await new FfprobeMediaProber(tools).ProbeAsync(file, CancellationToken.None).ConfigureAwait(false);
            var seen = new FileInfo(file);
            return new FileFindings(
                new Video { Id = new VideoId(new byte[32]), Path = file, Bytes = seen.Length, Modified = seen.LastWriteTimeUtc, Added = seen.LastWriteTimeUtc }, probe);
        }

        public Task<Video> VideoAsync(ICommand command, CancellationToken cancellationToken) => Task.FromResult(Video);

        public Task<MediaProbe> ProbeAsync(ICommand command, CancellationToken cancellationToken) => Task.FromResult(Probe);

        public Task<CaptionsRead?> CaptionsAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<SoundHeard?> SoundAsync(ICommand command, CancellationToken cancellationToken) => Task.FromResult<SoundHeard?>(null);

        public Task<IReadOnlyList<SegmentFrames>> SurveyAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<SegmentFrames?> SegmentAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<TextRead>> TextAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<(Stitch Stitch, int Decodes)> FramesAsync(ICommand command, IKeyframeChooser chooser, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<VideoAssembled> AssembledAsync(ICommand command, int round, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
