using System.Collections.Concurrent;
using System.Globalization;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Demuxing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Pipeline;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Stages;
using VideoIndex.ScreenText;
using VideoIndex.Vision.Looks;
using VideoIndex.Vision.ScreenText;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Performance.Passes;

/// <summary>The pass over the frames alone, as a process of its own: the probe, the plan, the one decode by segments on all cores, the scores. Nothing is stored.</summary>
internal static class ShotPass
{
    /// <summary>Analyses a file in segments and prints what came: how many frames and segments, whether they were trusted, and what was read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cores">How many segments are decoded beside each other.</param>
    /// <param name="text">Whether words are looked for, and read.</param>
    public static async Task<int> RunAsync(string file, int cores, bool text)
    {
        var folder = Directory.CreateTempSubdirectory("videoindex-shot-pass-").FullName;
        try
        {
            var tools = await MediaTools.DiscoverAsync(CancellationToken.None).ConfigureAwait(false);
            var findings = await FileFindings.OfAsync(file, tools).ConfigureAwait(false);
            var planned = await new PlanSegmentsStage(new FfprobeMediaDemuxer(tools), findings, cores)
                .RunAsync(new PlanSegments(findings.Video.Id, 1), new Progress<StageProgress>(), CancellationToken.None).ConfigureAwait(false);
            using var readings = new ReadingCost();
            var analyzed = await AnalyzeAsync(planned.Segments, cores, findings, tools, new LibraryFolder(folder), text ? readings : null).ConfigureAwait(false);
            var stitch = Stitching.Of(findings.Probe.Pictures[0], planned.Segments, analyzed, new KeyframeChooser());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{stitch.Frames?.Timestamps.Count} frames in {planned.Segments.Count} segments. {stitch.Distrust}"));
            Console.WriteLine(readings.Told);
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
            var stage = new SurveyVideoStage(new FfmpegMediaDecoder(tools), (_, _) => Taps(null), findings, new LibraryFolder(folder));
            var surveyed = await stage.RunAsync(new SurveyVideo(findings.Video.Id, 1, Segment.Whole), new Progress<StageProgress>(), CancellationToken.None).ConfigureAwait(false);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{surveyed.Frames?.Timestamps.Count} sync frames"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static FrameTaps Taps(TextSpotter? spotter) => new(new FrameScorer(), new FrameSketcher(), new LookAnalyst(), spotter);

    // Each worker takes the next segment, and reads what it saw there.
    private static async Task<IReadOnlyDictionary<string, FramesAnalyzed>> AnalyzeAsync(
        IReadOnlyList<Segment> segments, int cores, FileFindings findings, MediaTools tools, LibraryFolder library, ReadingCost? readings)
    {
        var analyzed = new ConcurrentDictionary<string, FramesAnalyzed>();
        MakeTaps taps = (track, segment) =>
            Taps(readings is null ? null : new TextSpotter(track.Rotation, segment.From is null ? TextSpans.MostReadings : TextSpans.MostReadings + 1));
        var stage = new AnalyzeFramesStage(new FfmpegMediaDecoder(tools), taps, () => new KeyframeChooser(), findings, library);
        await Parallel.ForEachAsync(
            segments,
            new ParallelOptions { MaxDegreeOfParallelism = cores },
            async (segment, cancellationToken) =>
            {
                var command = new AnalyzeFrames(findings.Video.Id, 1, segment);
                var seen = await stage.RunAsync(command, new Progress<StageProgress>(), cancellationToken).ConfigureAwait(false);
                analyzed[segment.Unit] = SegmentFramesForm.Read(SegmentFramesForm.Write(seen));
                if (readings is not null && seen.Frames is { } frames)
                {
                    await readings.AddAsync(findings with { Seen = frames }, segment, library, cancellationToken).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        return analyzed;
    }
}
