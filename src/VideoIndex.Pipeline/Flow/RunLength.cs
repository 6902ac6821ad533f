using System.Text.Json;
using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Flow;

/// <summary>Says how much work a run is, once it is planned.</summary>
public sealed class RunLength(IJobStore store)
{
    private readonly Dictionary<(VideoId Video, int Run), (long Frames, int Surveyed)> _known = [];

    /// <summary>Returns how many frames there are by the container's word, and how many segments are surveyed; 0 frames while nobody knows.</summary>
    public async Task<(long Frames, int Surveyed)> OfAsync(Video video, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((video.Id, video.Run), out var known))
        {
            return known;
        }

        var key = new JobKey(StageNames.Plan, video.Id, video.Run);
        if (await store.ReadFindingAsync(key, cancellationToken).ConfigureAwait(false) is not { } body)
        {
            return default;
        }

        var plan = JsonSerializer.Deserialize(body.Span, Wire.Default.SegmentsPlanned)!;
        return _known[(video.Id, video.Run)] = (plan.Frames, plan.Survey ? plan.Segments.Count : 0);
    }
}
