using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VideoIndex.Jobs;
using VideoIndex.Media;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Flow;

/// <summary>Reads findings from where the runner keeps them.</summary>
public sealed class JobFindings(IJobStore store, ICatalog catalog) : IFindings
{
    /// <inheritdoc/>
    public async Task<Video> VideoAsync(ICommand command, CancellationToken cancellationToken)
    {
        var video = await catalog.FindAsync(command.Video, cancellationToken).ConfigureAwait(false);
        return video is { Run: var run } && run == command.Run ? AsAccepted(video) : throw new FindingMissingException("video", command);
    }

    /// <inheritdoc/>
    public async Task<MediaProbe> ProbeAsync(ICommand command, CancellationToken cancellationToken) =>
        (await NeedAsync(command, StageNames.Probe, "", Wire.Default.VideoProbed, cancellationToken).ConfigureAwait(false)).Probe;

    /// <inheritdoc/>
    public async Task<CaptionsRead?> CaptionsAsync(ICommand command, CancellationToken cancellationToken)
    {
        var readings = await store.ReadFindingsAsync(StageNames.Captions, command.Video, command.Run, cancellationToken).ConfigureAwait(false);
        return readings is [.., var latest] ? JsonSerializer.Deserialize(latest.Body.Span, Wire.Default.CaptionsRead) : null;
    }

    /// <inheritdoc/>
    public async Task<SoundHeard?> SoundAsync(ICommand command, CancellationToken cancellationToken)
    {
        var body = await store.ReadFindingAsync(new JobKey(StageNames.Listen, command.Video, command.Run, ""), cancellationToken).ConfigureAwait(false);
        return body is { } found ? JsonSerializer.Deserialize(found.Span, Wire.Default.SoundHeard) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SegmentFrames>> SurveyAsync(ICommand command, CancellationToken cancellationToken)
    {
        var found = await store.ReadFindingsAsync(StageNames.Survey, command.Video, command.Run, cancellationToken).ConfigureAwait(false);
        return [.. found.Select(finding => SegmentFramesForm.Read(finding.Body).Frames).OfType<SegmentFrames>()];
    }

    /// <inheritdoc/>
    public async Task<SegmentFrames?> SegmentAsync(ICommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var key = new JobKey(StageNames.Frames, command.Video, command.Run, command.Unit);
        var body = await store.ReadFindingAsync(key, cancellationToken).ConfigureAwait(false);
        return body is { } found ? SegmentFramesForm.Read(found).Frames : null;
    }

    /// <inheritdoc/>
    public async Task<(Stitch Stitch, int Decodes)> FramesAsync(ICommand command, IKeyframeChooser chooser, CancellationToken cancellationToken)
    {
        var probe = await ProbeAsync(command, cancellationToken).ConfigureAwait(false);
        var plan = await NeedAsync(command, StageNames.Plan, "", Wire.Default.SegmentsPlanned, cancellationToken).ConfigureAwait(false);
        var bodies = await store.ReadFindingsAsync(StageNames.Frames, command.Video, command.Run, cancellationToken).ConfigureAwait(false);
        return OwnTime.Of(() =>
        {
            var analyzed = bodies.ToDictionary(found => found.Unit, found => SegmentFramesForm.Read(found.Body));
            var isWhole = analyzed.ContainsKey(Segment.Whole.Unit);
            var stitch = Stitching.Of(probe.Pictures[0], isWhole ? [Segment.Whole] : plan.Segments, analyzed, chooser);
            return (stitch, isWhole && analyzed.Count > 1 ? 2 : 1);
        });
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TextRead>> TextAsync(ICommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var found = await store.ReadFindingsAsync(StageNames.Text, command.Video, command.Run, cancellationToken).ConfigureAwait(false);
        var whole = found.FirstOrDefault(finding => finding.Unit == Segment.Whole.Unit);
        return [.. (whole is null ? found : [whole]).Select(finding => JsonSerializer.Deserialize(finding.Body.Span, Wire.Default.TextRead)!)];
    }

    /// <inheritdoc/>
    public Task<VideoAssembled> AssembledAsync(ICommand command, int round, CancellationToken cancellationToken) =>
        NeedAsync(command, StageNames.Assemble, string.Create(null, $"{round}"), Wire.Default.VideoAssembled, cancellationToken);

    // One that was finished before keeps what was found until something better takes its place; for the new run it starts anew.
    private static Video AsAccepted(Video video) => new()
    {
        Id = video.Id,
        Path = video.Path,
        Bytes = video.Bytes,
        Modified = video.Modified,
        Added = video.Added,
        Run = video.Run,
    };

    private async Task<T> NeedAsync<T>(ICommand command, string stage, string unit, JsonTypeInfo<T> form, CancellationToken cancellationToken)
    {
        var body = await store.ReadFindingAsync(new JobKey(stage, command.Video, command.Run, unit), cancellationToken).ConfigureAwait(false);
        return body is { } found ? JsonSerializer.Deserialize(found.Span, form)! : throw new FindingMissingException($"finding of '{stage}'", command);
    }
}
