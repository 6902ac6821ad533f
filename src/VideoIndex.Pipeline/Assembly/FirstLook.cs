using VideoIndex.Media;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Shots;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Assembly;

/// <summary>Makes first shots of a survey: good enough to find one's way before every frame is analysed, and gone when the real ones come.</summary>
/// <remarks>
/// Sync frames lie seconds apart, so the strength of a cut, which asks for neighbouring frames, does not apply. A new shot
/// begins where half of a frame's detail, or two fifths of its tones in place, are not in the sync frame before.
/// </remarks>
internal static class FirstLook
{
    private const int StructureOfAnother = 32768 / 2;
    private const int TonesOfAnother = 65535 * 2 / 5;

    /// <summary>Returns the shots, and where their pictures lie.</summary>
    public static (MediaSpan Extent, IReadOnlyList<ShotRecord> Shots, IReadOnlyList<KeyframePicture> Pictures) At(
        Assemble command, MediaProbe probe, SegmentFrames seen)
    {
        var evidence = Extended(Timeline.Of(probe, seen.Timestamps, seen.Scores), probe);
        var pictures = seen.Pictures.ToDictionary(picture => picture.Place, picture => picture.Name);
        var shots = ShotList.Of(
            evidence,
            Cuts(seen.Scores),
            (first, until) => Enumerable.Range(first, until - first).FirstOrDefault(pictures.ContainsKey, first),
            frame => LibraryFolder.FirstLookName(command.Video, seen.Timestamps[frame]));
        var work = LibraryFolder.WorkOf(command.Video, command.Run, seen.Folder);
        var kept = shots.Select(shot => (Shot: shot, Picture: pictures.GetValueOrDefault(evidence.FrameAt(shot.KeyframeTime)))).ToList();
        return (
            new MediaSpan(evidence.TimeOf(0), evidence.End),
            [.. kept.Select(one => one.Picture is null ? one.Shot with { Keyframe = null } : one.Shot)],
            [.. kept.Where(one => one.Picture is not null).Select(one => new KeyframePicture(one.Shot.Keyframe!, $"{work}/{one.Picture}"))]);
    }

    /// <summary>Returns whether a sync frame begins a new shot, by its score against the sync frame before it.</summary>
    public static bool BeginsShot(FrameScore score) => score.Structure > StructureOfAnother || score.Local > TonesOfAnother;

    private static List<int> Cuts(IReadOnlyList<FrameScore> scores) =>
        [.. Enumerable.Range(1, Math.Max(0, scores.Count - 1)).Where(frame => BeginsShot(scores[frame]))];

    // The last sync frame is not the last frame: the container's word has to do until it is known.
    private static FrameEvidence Extended(FrameEvidence evidence, MediaProbe probe) =>
        probe.DeclaredDuration is { } declared && default(MediaTime) + declared > evidence.End
            ? evidence with { End = default(MediaTime) + declared }
            : evidence;
}
