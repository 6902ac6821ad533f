using System.Buffers.Binary;
using VideoIndex.Features;
using VideoIndex.Logos.Evidence;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Logos;
using VideoIndex.Pipeline.Objects;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;
using VideoIndex.Videos;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Pipeline.Tests.Frames;

/// <summary>A film that exists as numbers only, with a decoder that plays it and a scorer that looks back as the real one does.</summary>
internal sealed class PlayedFilm(int seed, int frames, int framesBetweenSync) : IMediaDecoder, IMediaDemuxer, IFindings
{
    private const int TicksAFrame = 3, TicksASecond = 75, LookSide = 32;

    public Video Video { get; } = A.Video("played.mp4").Contents.Video;

    public MediaProbe Probe { get; init; } = new()
    {
        Format = "played",
        Pictures = [new PictureTrack { Index = 0, Codec = "h264", Width = 1920, Height = 1080, TimeBase = new Rational(1, TicksASecond), DeclaredFrames = frames }],
    };

    /// <summary>Gets what goes wrong in a segment: it may change what the decoder says, or throw.</summary>
    public Func<Segment, DecodeReport, DecodeReport> Fault { get; init; } = (_, report) => report;

    /// <summary>Gets what a decode of a segment sees in place of a frame, or -1 for nothing.</summary>
    public Func<Segment, int, int> Seen { get; init; } = (_, frame) => frame;

    /// <summary>Gets how much the film changes: every how many frames there may be a cut.</summary>
    public int Liveliness { get; init; } = 25;

    /// <summary>Gets what looks at its looks.</summary>
    public StubDetector Detector { get; init; } = new();

    public PictureTimeline Timeline { get; } = new(
        [.. Enumerable.Range(0, frames).Select(frame => (long)frame * TicksAFrame)],
        [.. Enumerable.Range(0, frames).Where(frame => frame % framesBetweenSync == 0)],
        [.. Enumerable.Range(0, frames).Select(frame => frame % framesBetweenSync == 0 ? 9000 : 1000)]);

    public Rational TimeBase => Probe.Pictures[0].TimeBase;

    public AnalyzeFramesStage Stage(string library) =>
        new(this, (_, _) => Taps.With(new LookingBack(seed, Liveliness)) with { Features = new ChangeWatcher(), Detectors = [new DetectorTap(TagKinds.Objects, Detector, null), new DetectorTap(TagKinds.Faces, null, "No faces.")] }, () => new KeyframeChooser(), this, new LibraryFolder(library));

    /// <summary>Analyses segments one after the other, but for those left out, and puts them together.</summary>
    public async Task<Stitch> StitchAsync(string library, IReadOnlyList<Segment> segments, params int[] dead)
    {
        var analyzed = new Dictionary<string, FramesAnalyzed>();
        foreach (var segment in segments.Where((_, place) => !dead.Contains(place)))
        {
            var seen = await Stage(library).RunAsync(new AnalyzeFrames(Video.Id, 1, segment), new Progress<StageProgress>(), default);
            analyzed.Add(segment.Unit, seen);
        }

        return Stitching.Of(Probe.Pictures[0], segments, analyzed, new KeyframeChooser());
    }

    /// <summary>Writes down all that is known of a film.</summary>
    public string Describe(string library, StitchedFrames stitched) => string.Join('\n', stitched.Timestamps.Select((timestamp, frame) =>
        $"{timestamp} {stitched.Scores[frame]} {(stitched.Pictures.TryGetValue(frame, out var picture)
            ? File.ReadAllText(Path.Combine(library, LibraryFolder.WorkOf(Video.Id, 1, picture.Folder), picture.Name))
            : "")}")) + Spelled.Out(stitched.Detections);

    /// <summary>Writes down what was logged of its looks.</summary>
    public string DescribeLooks(string library, StitchedFrames stitched) => string.Join('\n', LoggedLooks
        .Of(Path.Combine(library, LibraryFolder.WorkOf(Video.Id, 1, "")), stitched.LookSources)
        .Select(one => $"{one.At} {one.Follows} {one.Look.Changed.Share} {string.Join(' ', one.Look.Features.Select(feature => feature.Code))} {Convert.ToHexStringLower(one.Look.Still.Span)}"));

    public Task<DecodeReport> DecodeAsync(DecodeOrder order, IFrameSink sink, CancellationToken cancellationToken)
    {
        var (pixels, look, count, before) = (new byte[GrayFrame.Size], new byte[LookPicture.Size(LookSide, LookSide)], 0, (long?)null);
        for (var frame = 0; frame < frames; frame++)
        {
            var (timestamp, seen) = ((long)frame * TicksAFrame, Seen(order.Segment, frame));
            if (seen < 0 || timestamp < order.Segment.From || timestamp >= order.Segment.RunsTo)
            {
                continue;
            }

            var name = before is null || PictureGrid.IsFirst(before.Value, timestamp, new Rational(1, TicksASecond)) ? $"{count:00000000}.jpg" : null;
            if (name is not null)
            {
                File.WriteAllText(Path.Combine(order.PicturesFolder, name), $"frame {frame}");
            }

            BinaryPrimitives.WriteInt32LittleEndian(pixels, seen);
            BinaryPrimitives.WriteInt32LittleEndian(look, seen);
            sink.OnFrame(name is null ? new GrayFrame(timestamp, pixels, null) : new GrayFrame(timestamp, pixels, name) { Look = new LookPicture(LookSide, LookSide, look) });
            (before, count) = (timestamp, count + 1);
        }

        return Task.FromResult(Fault(order.Segment, new DecodeReport(count, 0, null)));
    }

    public Task<PictureTimeline?> ListPicturesAsync(string path, MediaProbe probe, Action<long> onListed, CancellationToken cancellationToken) =>
        Task.FromResult<PictureTimeline?>(Timeline);

    public Task<SoundReport> MeasureSoundAsync(SoundOrder order, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Video> VideoAsync(ICommand command, CancellationToken cancellationToken) => Task.FromResult(Video);

    public Task<MediaProbe> ProbeAsync(ICommand command, CancellationToken cancellationToken) => Task.FromResult(Probe);

    public Task<CaptionsRead?> CaptionsAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SoundHeard?> SoundAsync(ICommand command, CancellationToken cancellationToken) => Task.FromResult<SoundHeard?>(null);

    public Task<IReadOnlyList<SegmentFrames>> SurveyAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<TextRead>> TextAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<(Stitch Stitch, int Decodes)> FramesAsync(ICommand command, IKeyframeChooser chooser, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<SegmentFrames?> SegmentAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<VideoAssembled> AssembledAsync(ICommand command, int round, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Says of a look which frame it shows and which the one before showed, and that all has changed where nothing came before.</summary>
    private sealed class ChangeWatcher : IFeatureWatcher
    {
        private int _before = -1;

        public LookFeatures Look(long timestamp, in LookPicture picture)
        {
            var frame = BinaryPrimitives.ReadInt32LittleEndian(picture.Luma);
            var changed = _before < 0 ? PictureArea.Whole(LookSide, LookSide) : new PictureArea(LookSide, LookSide);
            changed[0, 0] = true;
            SeenFeature[] seen = [new(new FeatureCode((ulong)frame, _before < 0 ? 0 : (ulong)_before), 0, 0, 0, 0, 0)];
            byte[] still = [.. BitConverter.GetBytes(frame), .. BitConverter.GetBytes(_before)];
            _before = frame;
            return new LookFeatures(changed, seen) { Still = frame % 3 == 0 ? default : still };
        }
    }

    /// <summary>Scores made up from the numbers of a frame and of the four before it; nothing where there is none.</summary>
    private sealed class LookingBack(int seed, int liveliness) : IFrameScorer
    {
        private readonly List<int> _frames = [];

        public FrameScore Score(ReadOnlySpan<byte> gray)
        {
            var frame = BinaryPrimitives.ReadInt32LittleEndian(gray);
            _frames.Add(frame);
            var (itself, step) = (new Random(HashCode(seed, frame, 0)), Change(1));
            return new FrameScore(
                step.Difference, step.Histogram, step.Structure, (byte)itself.Next(20, 230), (byte)itself.Next(10, 90), (byte)itself.Next(256),
                (ulong)frame, Change(2), Change(3), Change(4), 80, (byte)(step.Structure >> 8), (byte)(step.Structure >> 8), step.Histogram);
        }

        private FrameChange Change(int back)
        {
            if (_frames.Count <= back)
            {
                return default;
            }

            var (from, to) = (_frames[^(1 + back)], _frames[^1]);
            var random = new Random(HashCode(seed, from, to));
            var cut = Enumerable.Range(from + 1, Math.Max(0, to - from)).Any(frame => new Random(HashCode(seed, frame, 1)).Next(liveliness) == 0);
            return cut
                ? new((ushort)random.Next(6000, 20000), (ushort)random.Next(9000, 40000), (ushort)random.Next(9000, 40000))
                : new((ushort)random.Next(600), (ushort)random.Next(3000), (ushort)random.Next(3000));
        }

        private static int HashCode(int one, int two, int three) => unchecked((one * 31 + two) * 7919 + three * 104729);
    }
}
