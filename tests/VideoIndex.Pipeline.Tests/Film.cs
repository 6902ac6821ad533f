using VideoIndex.Media;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Pipeline.Tests;

/// <summary>A film that exists only on paper: what a container says, and the frames that come out. Stands in for every reader of media.</summary>
internal sealed class Film : IMediaProber, IMediaDecoder, IFrameGrabber, IFrameScorer, IKeyframeChooser, ICaptionReader
{
    private readonly List<Keyframe> _candidates = [];
    private int _added;

    public MediaProbe Probe { get; set; } = Of(Pictures());

    /// <summary>Gets or sets the timestamps of the frames, in units of 1/25 s.</summary>
    public IReadOnlyList<long> Timestamps { get; set; } = [.. Enumerable.Range(0, 100).Select(frame => (long)frame)];

    public Action<int> BeforeFrame { get; set; } = _ => { };

    public MediaRefusedException? Refusal { get; set; }

    public int Complaints { get; set; }

    public bool ClosedCaptions { get; set; }

    public IReadOnlyList<string> CaptionComplaints { get; set; } = [];

    /// <summary>Gets or sets every how many frames there is a picture to choose from; 0 for none.</summary>
    public int PictureEvery { get; set; } = 12;

    public int Decodes { get; private set; }

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

    public Task<DecodeReport> DecodeAsync(string path, MediaProbe probe, string picturesFolder, IFrameSink sink, CancellationToken cancellationToken)
    {
        Decodes++;
        for (var frame = 0; frame < Timestamps.Count; frame++)
        {
            BeforeFrame(frame);
            cancellationToken.ThrowIfCancellationRequested();
            var picture = PictureEvery > 0 && frame % PictureEvery == 0 ? $"{frame}.jpg" : null;
            if (picture is not null)
            {
                File.WriteAllText(Path.Combine(picturesFolder, picture), "from the decode");
            }

            sink.OnFrame(new GrayFrame(Timestamps[frame], [], picture));
        }

        return Task.FromResult(new DecodeReport(Timestamps.Count, Complaints, Complaints > 0 ? "bad slice" : null, ClosedCaptions));
    }

    public Task<SoundReport> MeasureSoundAsync(string path, MediaProbe probe, CancellationToken cancellationToken) =>
        Task.FromResult(new SoundReport(probe.DeclaredDuration ?? default, Complaints));

    public Task<bool> GrabAsync(string path, MediaProbe probe, FrameEvidence evidence, int frame, string output, CancellationToken cancellationToken)
    {
        Grabbed.Add(frame);
        File.WriteAllText(output, "grabbed");
        return Task.FromResult(true);
    }

    public Task GrabPictureAsync(string path, MediaProbe probe, FrameEvidence evidence, int frame, string output, CancellationToken cancellationToken) =>
        GrabAsync(path, probe, evidence, frame, output, cancellationToken);

    public FrameScore Score(ReadOnlySpan<byte> gray) => default;

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

    public Task<CaptionReading> ReadAsync(string path, MediaProbe probe, MediaTime zero, CancellationToken cancellationToken) =>
        Task.FromResult(new CaptionReading([], CaptionComplaints));
}
