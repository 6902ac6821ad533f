using VideoIndex.Media;
using VideoIndex.Pipeline;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;
using VideoIndex.Videos;

namespace VideoIndex.Ffmpeg.Tests.Segments;

/// <summary>What a stage is told of a video when no runner stands behind it.</summary>
internal sealed record GivenFindings(Video Video, MediaProbe Probe) : IFindings
{
    public IReadOnlyList<Segment> Segments { get; init; } = [Segment.Whole];

    public IReadOnlyDictionary<string, FramesAnalyzed> Analyzed { get; init; } = new Dictionary<string, FramesAnalyzed>();

    public Task<Video> VideoAsync(ICommand command, CancellationToken cancellationToken) => Task.FromResult(Video);

    public Task<MediaProbe> ProbeAsync(ICommand command, CancellationToken cancellationToken) => Task.FromResult(Probe);

    public Task<IReadOnlyList<TextRead>> TextAsync(ICommand command, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<TextRead>>([]);

    public Task<(Stitch Stitch, int Decodes)> FramesAsync(ICommand command, IKeyframeChooser chooser, CancellationToken cancellationToken) =>
        Task.FromResult((Stitching.Of(Probe.Pictures[0], Segments, Analyzed, chooser), 1));

    public Task<CaptionsRead?> CaptionsAsync(ICommand command, CancellationToken cancellationToken) => Task.FromResult<CaptionsRead?>(null);

    public Task<SoundHeard?> SoundAsync(ICommand command, CancellationToken cancellationToken) => Task.FromResult<SoundHeard?>(null);

    public Task<IReadOnlyList<SegmentFrames>> SurveyAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SegmentFrames?> SegmentAsync(ICommand command, CancellationToken cancellationToken) => Task.FromResult(Analyzed[command.Unit].Frames);

    public Task<VideoAssembled> AssembledAsync(ICommand command, int round, CancellationToken cancellationToken) => throw new NotSupportedException();
}
