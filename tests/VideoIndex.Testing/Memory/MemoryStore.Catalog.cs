using VideoIndex.Copies;
using VideoIndex.Events;
using VideoIndex.Jobs;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Memory;

/// <content>The catalogue.</content>
public sealed partial class MemoryStore
{
    private readonly Dictionary<VideoId, IndexedVideo> _videos = [];

    public Task<Video?> FindAsync(VideoId id, CancellationToken cancellationToken) =>
        InTransaction(() => _videos.GetValueOrDefault(id)?.Contents.Video);

    public Task<IReadOnlyList<Video>> ResolveAsync(string reference, CancellationToken cancellationToken) => InTransaction<IReadOnlyList<Video>>(() =>
    [
        .. Videos().Where(video => video.Path == reference || (reference.Length >= 4 && video.Id.ToString().StartsWith(reference, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(video => video.Modified),
    ]);

    public Task<IReadOnlyList<Video>> ListAsync(CancellationToken cancellationToken) => InTransaction<IReadOnlyList<Video>>(() => [.. Videos()]);

    public Task ApplyAsync(CatalogChange change, CancellationToken cancellationToken) => InTransaction(() =>
    {
        var effects = new Effects { Change = change };
        Check(effects);
        Apply(effects, by: null);
        EndRuns(change);
        return true;
    });

    public Task MoveAsync(VideoId id, string path, CancellationToken cancellationToken) =>
        Alter(id, EventTypes.Moved, contents => contents with { Video = contents.Video with { Path = path } });

    public Task<VideoContents?> ReadAsync(VideoId id, CancellationToken cancellationToken) => InTransaction(() => _videos.GetValueOrDefault(id)?.Contents);

    public Task<FrameEvidence?> ReadEvidenceAsync(VideoId id, CancellationToken cancellationToken) =>
        InTransaction(() => _videos.GetValueOrDefault(id)?.Evidence);

    public Task<IReadOnlyList<VideoPrints>> ReadPrintsAsync(CancellationToken cancellationToken) => InTransaction<IReadOnlyList<VideoPrints>>(() =>
        [.. _videos.Values.Select(known => known.Prints).OfType<VideoPrints>().OrderBy(prints => prints.Video)]);

    public Task ReplaceStructureAsync(VideoId id, VideoStructure decided, CancellationToken cancellationToken) =>
        Alter(id, EventTypes.Retuned, contents => contents with
        {
            Shots = decided.Shots,
            Transitions = decided.Transitions,
            Scenes = decided.Scenes,
            Tags = [.. contents.Tags.Where(tag => !VideoStructure.FactKinds.Contains(tag.Kind)), .. decided.Facts],
        });

    public Task ReplaceLogosAsync(VideoId id, IReadOnlyList<Tag> logos, CancellationToken cancellationToken) => InTransaction(() =>
    {
        if (_videos.TryGetValue(id, out var known) && !known.Contents.Tags.Where(tag => tag.Kind == TagKinds.Logo).ToHashSet().SetEquals(logos))
        {
            var others = known.Contents.Tags.Where(tag => tag.Kind != TagKinds.Logo);
            _videos[id] = known with { Contents = known.Contents with { Tags = [.. others, .. logos] } };
            Announce(EventOf.OfVideo(EventTypes.LogosFound, known.Contents.Video));
        }

        return true;
    });

    public Task ReplaceTranscriptAsync(VideoId id, Transcript heard, CancellationToken cancellationToken) =>
        Alter(id, EventTypes.Heard, contents => contents with { Transcripts = [.. contents.Transcripts.Where(known => !heard.Replaces(known)), heard] });

    public Task<bool> RemoveAsync(VideoId id, CancellationToken cancellationToken) => InTransaction(() =>
    {
        if (!_videos.Remove(id))
        {
            return false;
        }

        ForgetRuns(id, _ => true);
        _runs.Remove(id);
        _events.RemoveAll(happened => happened.Details.Contains(id.ToString(), StringComparison.Ordinal));
        Announce(EventOf.Removed(id));
        return true;
    });

    private IEnumerable<Video> Videos() => _videos.Values.Select(video => video.Contents.Video).OrderBy(video => video.Path, StringComparer.Ordinal);

    private Task<bool> Alter(VideoId id, string type, Func<VideoContents, VideoContents> change) => InTransaction(() =>
    {
        if (_videos.TryGetValue(id, out var known))
        {
            _videos[id] = known with { Contents = change(known.Contents) };
            Announce(EventOf.OfVideo(type, _videos[id].Contents.Video));
        }

        return true;
    });

    private void Change(CatalogChange change)
    {
        switch (change)
        {
            case CatalogChange.Accept { Video: var video }:
                Accept(video);
                break;
            case CatalogChange.Refuse { Video: var video }:
                _videos[video.Id] = new IndexedVideo(new VideoContents(video, [], [], []), Evidence: null);
                break;
            case CatalogChange.Publish { Final: true, Video: var video }:
                Put(video, MeterOf(video.Contents.Video));
                break;
            case CatalogChange.Publish { Video: var video } when IsFinished(video.Contents.Video.Id) && flaw != Flaw.CoarseReplacesFinished:
                return;
            case CatalogChange.Publish { Video: var video }:
                Put(video, video.Contents.Video with { State = flaw == Flaw.CoarseIsFinal ? video.Contents.Video.State : VideoState.Accepted });
                break;
        }

        Announce(EventOf.Change(change));
    }

    private bool IsFinished(VideoId id) => _videos.TryGetValue(id, out var known) && known.Contents.Video.State != VideoState.Accepted;

    // An offer that comes after its run is over, or was followed by another, begins nothing; one repeated on the way tells nothing.
    private bool Begins(Video video)
    {
        if (flaw == Flaw.RunsBeginTwice || !_runs.TryGetValue(video.Id, out var known) || video.Run > known.Run)
        {
            _runs[video.Id] = (video.Run, false);
            return true;
        }

        return false;
    }

    private void Accept(Video video)
    {
        var known = flaw == Flaw.AcceptingForgetsContents ? null : _videos.GetValueOrDefault(video.Id);
        var before = known?.Contents.Video;
        var accepted = before is null or { State: VideoState.Accepted }
            ? video with { State = VideoState.Accepted }
            : before with { Path = video.Path, Modified = video.Modified, Added = video.Added, Run = video.Run };
        _videos[video.Id] = known is null
            ? new IndexedVideo(new VideoContents(accepted, [], [], []), Evidence: null)
            : known with { Contents = known.Contents with { Video = accepted } };
    }

    private void Put(IndexedVideo indexed, Video video) => _videos[video.Id] = indexed with
    {
        Contents = indexed.Contents with { Video = video, Tags = [.. indexed.Contents.Tags.DistinctBy(tag => tag.Id)] },
    };

    private Video MeterOf(Video video)
    {
        var jobs = JobsOf(video.Id, run => run == video.Run).Where(job => job is { State: JobState.Done, Started: not null }).ToList();
        if (jobs.Count == 0)
        {
            return video;
        }

        var wall = clock.GetElapsedTime(jobs.Min(job => job.Started!.Value), Now);
        var stages = jobs.OrderBy(job => job.Started).ThenBy(job => job.Number).GroupBy(job => job.Order.Key.Stage).Select(stage =>
            new StageCost(stage.Key, stage.Count(), stage.Aggregate(default(JobCost), (sum, job) => sum + job.Cost)));
        var meter = new Meter((long)wall.TotalMilliseconds, video.Meter?.Decodes ?? 0, flaw == Flaw.MeterForgetsStages ? [] : [.. stages]);
        return video with { Meter = meter };
    }
}
