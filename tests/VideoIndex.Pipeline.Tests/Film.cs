using System.Runtime.InteropServices;
using VideoIndex.Hearing;
using VideoIndex.Media;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Pipeline.Tests;

/// <summary>A film that exists only on paper: what a container says, and the frames that come out. Stands in for every reader of media.</summary>
internal sealed class Film : IMediaProber, IMediaDemuxer, IMediaDecoder, IFrameGrabber, ICaptionReader
{
    public MediaProbe Probe { get; set; } = Of(Pictures());

    /// <summary>Gets or sets the timestamps of the frames, in units of 1/25 s.</summary>
    public IReadOnlyList<long> Timestamps { get; set; } = [.. Enumerable.Range(0, 100).Select(frame => (long)frame)];

    /// <summary>Gets or sets what one decode has to complain of.</summary>
    public Func<DecodeOrder, int> ComplaintsIn { get; set; } = _ => 0;

    /// <summary>Gets or sets which decodes are refused.</summary>
    public Func<DecodeOrder, MediaRefusedException?> RefusalOf { get; set; } = _ => null;

    /// <summary>Gets or sets every how many frames a decoder can start; 0 where the container does not say when each is shown.</summary>
    public int SyncEvery { get; set; } = 50;

    public IFrameScorer Scorer { get; } = new NoScorer();

    /// <summary>Gets or sets the utterances the captions hold, read from the zero they are given.</summary>
    public IReadOnlyList<Utterance> Utterances { get; set; } = [];

    /// <summary>Gets the zeros captions were read from, in order.</summary>
    public List<MediaTime> Zeros { get; } = [];

    public MediaRefusedException? Refusal { get; set; }

    public int Complaints { get; set; }

    public bool ClosedCaptions { get; set; }

    public IReadOnlyList<string> CaptionComplaints { get; set; } = [];

    /// <summary>Gets or sets every how many frames there is a picture to choose from; 0 for none.</summary>
    public int PictureEvery { get; set; } = 12;

    /// <summary>Gets or sets the samples of a track; nothing of it can be decoded where there are none.</summary>
    public Func<AudioTrack, short[]> SoundOf { get; set; } = _ => new short[ISound.Rate];

    /// <summary>Gets the decodes, in order.</summary>
    public List<DecodeOrder> Decodes { get; } = [];

    public List<int> Grabbed { get; } = [];

    public static MediaProbe Of(params PictureTrack[] pictures) => new() { Format = "mov,mp4", Pictures = pictures };

    public static PictureTrack Pictures(long start = 0, string? seconds = "4") => new()
    {
        Index = 0,
        Codec = "h264",
        Width = 160,
        Height = 96,
        TimeBase = new Rational(1, 25),
        StartTimestamp = start,
        DeclaredRate = FrameRate.Pal,
        DeclaredDuration = Rational.TryParse(seconds, out var length) ? new MediaDuration(length) : null,
    };

    public static AudioTrack Sound(long startMilliseconds) =>
        new() { Index = 1, Number = 1, Codec = "aac", TimeBase = new Rational(1, 1000), StartTimestamp = startMilliseconds };

    public Task<MediaProbe> ProbeAsync(string path, CancellationToken cancellationToken) =>
        Refusal is { } refusal ? Task.FromException<MediaProbe>(refusal) : Task.FromResult(Probe);

    public Task<PictureTimeline?> ListPicturesAsync(string path, MediaProbe probe, Action<long> onListed, CancellationToken cancellationToken) =>
        Task.FromResult(SyncEvery == 0 ? null : new PictureTimeline(
            Timestamps, [.. Enumerable.Range(0, Timestamps.Count).Where(frame => frame % SyncEvery == 0)], [.. Timestamps.Select(_ => 1000)]));

    public Task<DecodeReport> DecodeAsync(DecodeOrder order, IFrameSink sink, CancellationToken cancellationToken)
    {
        if (RefusalOf(order) is { } refusal)
        {
            return Task.FromException<DecodeReport>(refusal);
        }

        Decodes.Add(order);
        var segment = order.Segment;
        var wanted = Enumerable.Range(0, Timestamps.Count)
            .Where(frame => (segment.From is not { } from || Timestamps[frame] >= from) && (segment.RunsTo is not { } end || Timestamps[frame] < end))
            .Where(frame => !order.SyncFramesOnly || frame % SyncEvery == 0)
            .ToList();
        foreach (var frame in wanted)
        {
            var picture = PictureEvery > 0 && frame % PictureEvery == 0 ? $"{frame}.jpg" : null;
            if (picture is not null)
            {
                File.WriteAllText(Path.Combine(order.PicturesFolder, picture), order.SyncFramesOnly ? "from the survey" : "from the decode");
            }

            sink.OnFrame(new GrayFrame(Timestamps[frame], [], picture));
        }

        var complaints = Complaints + ComplaintsIn(order);
        return Task.FromResult(new DecodeReport(wanted.Count, complaints, complaints > 0 ? "bad slice" : null, ClosedCaptions));
    }

    public Task<SoundReport> MeasureSoundAsync(SoundOrder order, CancellationToken cancellationToken) =>
        Task.FromResult(new SoundReport(order.Probe.DeclaredDuration ?? default, Complaints)
        {
            Kept = [.. order.Kept.Where(track => SoundOf(track) is not []).Select(track => Keep(order.Folder!, track, SoundOf(track)))],
        });

    private static KeptSound Keep(string folder, AudioTrack track, short[] sound)
    {
        var kept = new KeptSound(track.Number, $"{track.Number}", track.Channels == 2 ? SoundLanes.LeftAndRight : SoundLanes.One, []);
        File.WriteAllBytes(Path.Combine(folder, kept.Name), MemoryMarshal.AsBytes(sound.AsSpan()).ToArray());
        var start = (new Rational(track.StartTimestamp ?? 0, 1) * track.TimeBase * new Rational(ISound.Rate, 1)).Floor();
        return kept with { Runs = [new SoundRun(0, sound.Length / kept.LaneCount, start)] };
    }

    public Task<bool> GrabAsync(string path, MediaProbe probe, FrameEvidence evidence, int frame, string output, CancellationToken cancellationToken)
    {
        Grabbed.Add(frame);
        File.WriteAllText(output, "grabbed");
        return Task.FromResult(true);
    }

    public Task GrabPictureAsync(string path, MediaProbe probe, FrameEvidence evidence, int frame, string output, CancellationToken cancellationToken) =>
        GrabAsync(path, probe, evidence, frame, output, cancellationToken);

    public Task<CaptionReading> ReadAsync(string path, MediaProbe probe, MediaTime zero, CancellationToken cancellationToken)
    {
        Zeros.Add(zero);
        var transcripts = Utterances is [] ? [] : new[] { new Transcript("en", new Tags.Origin("captions", "CC1"), Utterances) };
        return Task.FromResult(new CaptionReading(transcripts, CaptionComplaints));
    }

    private sealed class NoScorer : IFrameScorer
    {
        public FrameScore Score(ReadOnlySpan<byte> gray) => default;
    }
}

/// <summary>Takes the first picture there is in a shot.</summary>
internal sealed class PlainChooser : IKeyframeChooser
{
    private readonly List<Keyframe> _candidates = [];
    private int _added;

    public IReadOnlyList<string> Add(long timestamp, FrameScore score, string? picture)
    {
        if (picture is not null)
        {
            _candidates.Add(new Keyframe(_added, picture));
        }

        _added++;
        return [];
    }

    public IReadOnlyList<string> Finish() => [];

    public Keyframe? Choose(int first, int until) => _candidates.Find(candidate => candidate.Frame >= first && candidate.Frame < until);
}
