using System.Globalization;
using VideoIndex.Looks;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Objects.Tracking;

/// <summary>Makes tags of what detectors saw: each thing that was followed along a shot is one.</summary>
/// <remarks>
/// Two looks are half a second apart, and a thing comes and goes between them: a tag begins at the frame halfway between the last look of the shot that
/// did not see it and the first that did, and ends likewise, so that each end is right to a quarter of a second as a rule. What the first look of a
/// shot sees has been there from its first frame, what the last sees stays to its last. No tag goes over a cut.
/// </remarks>
public static class ObjectTags
{
    /// <summary>The version of the rules.</summary>
    public const string Version = "2";

    /// <summary>Returns the tags of all detectors, in order of time.</summary>
    /// <param name="video">The video.</param>
    /// <param name="evidence">What was kept of its frames.</param>
    /// <param name="shots">The first frame of each shot, and the one after its last.</param>
    /// <param name="options">How detections are linked, and which tracks are told of.</param>
    public static IReadOnlyList<Tag> Of(VideoId video, FrameEvidence evidence, IReadOnlyList<(int First, int Until)> shots, TrackOptions options)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(shots);
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. from log in evidence.Detections
               from shot in LooksOf(evidence.Looks, shots)
               from track in ObjectTracker.Of(log.Looks, shot.FirstLook, shot.UntilLook, options, label => ObjectClasses.KindOf(log.Labels, label))
               where track.Points.Count >= Math.Min(options.LeastLooks, shot.UntilLook - shot.FirstLook)
               select Tagged(video, evidence, log, shot, track),
        ];
    }

    private static Tag Tagged(VideoId video, FrameEvidence evidence, DetectionLog log, ShotLooks shot, ObjectTrack track)
    {
        var frames = evidence.Looks.Frames;
        var (first, last) = (track.Points[0].Look, track.Points[^1].Look);
        var begins = first == shot.FirstLook ? shot.First : Between(frames[first - 1], frames[first]);
        var ends = last == shot.UntilLook - 1 ? shot.Until : Between(frames[last], frames[last + 1]);
        var span = new MediaSpan(evidence.TimeOf(begins), ends < evidence.Count ? evidence.TimeOf(ends) : evidence.End);
        return new Tag(video, span, log.Kind, log.Labels[track.Label], new Confidence(Math.Round(track.MeanScore / SeenObject.Certain, 3)), log.Detector)
        {
            Box = track.Surest.Seen.Box,
            How = How(log, track, last - first + 1),
            Path = new TagPath([.. track.Points.Select(point => new PathPoint(evidence.TimeOf(frames[point.Look]), point.Seen.Box, point.Seen.Score))]),
        };
    }

    private static int Between(int before, int after) => before + ((after - before + 1) / 2);

    private static string How(DetectionLog log, ObjectTrack track, int looks) => string.Create(
        CultureInfo.InvariantCulture,
        $"{log.Detector.Name} {log.Detector.Version} saw it at {track.Points.Count} of {looks} looks{Names(log, track)}, {track.MeanScore / SeenObject.Certain:.00} sure on average and {track.Surest.Seen.Score / (double)SeenObject.Certain:.00} at most; linked by tracks {Version}.");

    private static string Names(DetectionLog log, ObjectTrack track) => string.Concat(
        track.Points.GroupBy(point => point.Seen.Label).Where(name => name.Key != track.Label).OrderBy(name => name.Key)
            .Select(name => string.Create(CultureInfo.InvariantCulture, $" ({name.Count()} of them as {log.Labels[name.Key]})")));

    // A shot shorter than the time between two looks may have none, and then nothing was seen of it.
    private static IEnumerable<ShotLooks> LooksOf(FrameLooks looks, IReadOnlyList<(int First, int Until)> shots)
    {
        var next = 0;
        foreach (var (first, until) in shots)
        {
            var from = next;
            while (next < looks.Frames.Count && looks.Frames[next] < until)
            {
                next++;
            }

            if (next > from)
            {
                yield return new ShotLooks(first, until, from, next);
            }
        }
    }

    private readonly record struct ShotLooks(int First, int Until, int FirstLook, int UntilLook);
}
