using System.Security.Cryptography;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Demuxing;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Pipeline;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Logos.Keeping;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;
using VideoIndex.Testing.Contracts;
using VideoIndex.Vision.Features;
using VideoIndex.Vision.Logos;
using VideoIndex.Vision.Shots;
using VideoIndex.Vision.Stills;

namespace VideoIndex.Ffmpeg.Tests.Segments;

/// <summary>A video that is analysed in one piece or in many, and everything that is known of it then.</summary>
internal sealed class CutVideo(GivenFindings findings, PictureTimeline timeline, MediaTools tools, string library)
{
    private readonly Dictionary<StitchedFrames, string> _kept = new(ReferenceEqualityComparer.Instance);

    public PictureTimeline Timeline => timeline;

    /// <summary>Reads what is needed before a video can be cut; null when its container does not say enough.</summary>
    public static async Task<CutVideo?> OpenAsync(string path, string library)
    {
        var tools = await Frames.IndexedClip.Tools;
        var probe = await new FfprobeMediaProber(tools).ProbeAsync(path, default);
        var timeline = probe.Pictures is [] ? null : await new FfprobeMediaDemuxer(tools).ListPicturesAsync(path, probe, _ => { }, default);
        var video = A.Video(path).Contents.Video with { Probe = probe };
        return timeline is null ? null : new CutVideo(new GivenFindings(video, probe), timeline, tools, library);
    }

    /// <summary>Returns segments at some of the sync frames.</summary>
    public IReadOnlyList<Segment> CutAt(Func<int, bool> chosen) =>
        SegmentPlan.CutAt(timeline, findings.Probe.Pictures[0].TimeBase, timeline.SyncFrames.Where((_, place) => chosen(place)));

    /// <summary>Returns about as many segments as asked for.</summary>
    public IReadOnlyList<Segment> CutIn(int parts) =>
        CutAt(place => place * parts / timeline.SyncFrames.Count > (place - 1) * parts / timeline.SyncFrames.Count);

    public IReadOnlyList<Segment> CutAnyhow(int seed)
    {
        var random = new Random(seed);
        var often = random.NextDouble();
        return CutAt(_ => random.NextDouble() < often);
    }

    /// <summary>Decodes every segment and puts them together.</summary>
    public async Task<Stitch> AnalyzeAsync(IReadOnlyList<Segment> segments)
    {
        var analyzed = new Dictionary<string, FramesAnalyzed>();
        foreach (var segment in segments)
        {
            var seen = await AnalyzeAsync(segment);
            analyzed.Add(segment.Unit, SegmentFramesForm.Read(SegmentFramesForm.Write(seen)));
        }

        var stitch = Stitching.Of(findings.Probe.Pictures[0], segments, analyzed, new KeyframeChooser());
        if (stitch.Frames is { } frames)
        {
            _kept.Add(frames, await KeepAsync(findings with { Segments = segments, Analyzed = analyzed }));
        }

        return stitch;
    }

    public async Task<FramesAnalyzed> AnalyzeAsync(Segment segment)
    {
        var stage = new AnalyzeFramesStage(
            new FfmpegMediaDecoder(tools), Taps, () => new KeyframeChooser(), findings, new LibraryFolder(library));
        return await stage.RunAsync(new AnalyzeFrames(findings.Video.Id, 1, segment), new Progress<StageProgress>(), default);
    }

    /// <summary>Writes down all that is known of a video: two of the same text are the same to the last bit.</summary>
    public string Describe(StitchedFrames frames)
    {
        var score = new byte[FrameScore.Size];
        var lines = new List<string> { $"{frames.Report}" };
        for (var frame = 0; frame < frames.Timestamps.Count; frame++)
        {
            frames.Scores[frame].Write(score);
            lines.Add($"{frame} {frames.Timestamps[frame]} {Convert.ToHexStringLower(score)} {PictureOf(frames, frame)}");
        }

        lines.Add(Convert.ToHexStringLower(SHA256.HashData(frames.Sketches.Bytes.Span)));
        for (var look = 0; look < frames.Looks.Frames.Count; look++)
        {
            var text = frames.Texts[look];
            lines.Add($"{frames.Looks.Frames[look]} {Convert.ToHexStringLower(frames.Looks.Bytes.Span.Slice(look * LookFacts.Size, LookFacts.Size))} {text.Timestamp}");
            lines.AddRange(text.Sightings.Select(sighting => $"{sighting with { Crop = null }}"));
            lines.AddRange(text.Ends.Select(end => $"{end}"));
        }

        return string.Join('\n', [.. lines, _kept[frames]]);
    }

    private static FrameTaps Taps(PictureTrack track, Segment segment) => Frames.RealTaps.Of(track, segment) with
    {
        Features = new FeatureWatcher(new FeatureExtractor(), new FeatureCoder(), track.TimeBase, new StillMaker(StillSize.Half)),
    };

    // What logos are found in, as the library has it.
    private async Task<string> KeepAsync(GivenFindings seen)
    {
        var folder = new LibraryFolder(library);
        var stage = new TrackFeaturesStage(seen, () => new KeyframeChooser(), new FeatureKeeping("made-up 1", new OneWord(), new StillCoder().Version), folder);
        await stage.RunAsync(new TrackFeatures(seen.Video.Id, 1, 1), new Progress<StageProgress>(), default);
        string[] kept = [LibraryFolder.FeaturesName(seen.Video.Id), LibraryFolder.StillsName(seen.Video.Id)];
        return string.Join(' ', kept.Select(name => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder.PathOf(name))))));
    }

    private string PictureOf(StitchedFrames frames, int frame) => frames.Pictures.TryGetValue(frame, out var picture)
        ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(
            Path.Combine(library, LibraryFolder.WorkOf(findings.Video.Id, 1, picture.Folder), picture.Name))))
        : "";
}
