using System.Text.Json.Nodes;
using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Events;

/// <summary>An event that has no sequence yet: the store gives it one.</summary>
public sealed record EventDraft(string Type, string Subject, string Details);

/// <summary>Says which event a change is. Every store asks here, so that none forgets one.</summary>
public static class EventOf
{
    /// <summary>Returns the event of a change in the catalogue.</summary>
    public static EventDraft Change(CatalogChange change) => change switch
    {
        CatalogChange.Accept { Video: var video } => OfVideo(EventTypes.Accepted, video),
        CatalogChange.Refuse { Video: { State: VideoState.Quarantined } video } => OfVideo(EventTypes.Quarantined, video),
        CatalogChange.Refuse { Video: var video } => OfVideo(EventTypes.Rejected, video),
        CatalogChange.Publish { Final: false, Video: var video } => OfVideo(EventTypes.Searchable, video.Contents.Video),
        CatalogChange.Publish { Video: var video } => OfVideo(EventTypes.Indexed, video.Contents.Video),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "There is no such change."),
    };

    /// <summary>Returns an event of a video as a whole.</summary>
    public static EventDraft OfVideo(string type, Video video) => new(type, video.Id.ToString(), new JsonObject
    {
        ["video"] = video.Id.ToString(),
        ["path"] = video.Path,
        ["run"] = video.Run,
        ["state"] = video.State.ToString().ToLowerInvariant(),
        ["code"] = video.Code,
        ["sentence"] = video.Sentence,
    }.ToJsonString());

    /// <summary>Returns the event of a removal. It carries the id and nothing else: what is removed is not told again.</summary>
    public static EventDraft Removed(VideoId video) =>
        new(EventTypes.Removed, video.ToString(), new JsonObject { ["video"] = video.ToString() }.ToJsonString());

    /// <summary>Returns the event of a change to a field.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="type">What its values are; null where it was removed.</param>
    public static EventDraft OfField(string field, string? type) => new(EventTypes.FieldChanged, $"field/{field}", new JsonObject
    {
        ["field"] = field,
        ["type"] = type,
    }.ToJsonString());

    /// <summary>Returns an event of a job.</summary>
    public static EventDraft OfJob(string type, long number, JobKey key, Failure? failure) => new(type, string.Create(null, $"job/{number}"), new JsonObject
    {
        ["job"] = number,
        ["stage"] = key.Stage,
        ["video"] = key.Video.ToString(),
        ["run"] = key.Run,
        ["unit"] = key.Unit,
        ["code"] = failure?.Code,
        ["sentence"] = failure?.Sentence,
        ["fingerprint"] = failure?.Fingerprint,
    }.ToJsonString());
}
