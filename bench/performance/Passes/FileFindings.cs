using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Pipeline;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;
using VideoIndex.Videos;

namespace VideoIndex.Performance.Passes;

/// <summary>What is known of a file without a library: enough for the stages that decode.</summary>
internal sealed record FileFindings(Video Video, MediaProbe Probe) : IFindings
{
    /// <summary>Gets what was seen of the one segment that is asked for; null before anything was.</summary>
    public SegmentFrames? Seen { get; init; }

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

    public Task<SegmentFrames?> SegmentAsync(ICommand command, CancellationToken cancellationToken) => Task.FromResult(Seen);

    public Task<IReadOnlyList<TextRead>> TextAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<(Stitch Stitch, int Decodes)> FramesAsync(ICommand command, IKeyframeChooser chooser, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<VideoAssembled> AssembledAsync(ICommand command, int round, CancellationToken cancellationToken) => throw new NotSupportedException();
}
