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
    /// <param name="command">Which video and run.</param>
    /// <param name="probe">What its container says.</param>
    /// <param name="survey">What was seen, segment by segment; at least one.</param>
    public static (MediaSpan Extent, IReadOnlyList<ShotRecord> Shots, IReadOnlyList<KeyframePicture> Pictures) At(
        Assemble command, MediaProbe probe, IReadOnlyList<SegmentFrames> survey)
    {
        var seen = survey.SelectMany(part => In(command, part)).ToList();
        var evidence = Extended(Timeline.Of(probe, [.. seen.Select(one => one.Timestamp)], [.. seen.Select(one => one.Score)]), probe);
        var shots = ShotList.Of(
            evidence,
            [.. Enumerable.Range(1, seen.Count - 1).Where(frame => seen[frame].BeginsShot)],
            (first, until) => Enumerable.Range(first, until - first).FirstOrDefault(frame => seen[frame].Picture is not null, first),
            frame => LibraryFolder.FirstLookName(command.Video, seen[frame].Timestamp));
        var kept = shots.Select(shot => (Shot: shot, seen[evidence.FrameAt(shot.KeyframeTime)].Picture)).ToList();
        return (
            new MediaSpan(evidence.TimeOf(0), evidence.End),
            [.. kept.Select(one => one.Picture is null ? one.Shot with { Keyframe = null } : one.Shot)],
            [.. kept.Where(one => one.Picture is not null).Select(one => new KeyframePicture(one.Shot.Keyframe!, one.Picture))]);
    }

    // The first frame of a segment was compared with none: at first look it begins a shot.
    private static IEnumerable<Glimpse> In(Assemble command, SegmentFrames part)
    {
        var work = LibraryFolder.WorkOf(command.Video, command.Run, part.Folder);
        var pictures = part.Pictures.ToDictionary(picture => picture.Place, picture => $"{work}/{picture.Name}");
        return Enumerable.Range(0, part.Owned).Select(place => new Glimpse(
            part.Timestamps[place], part.Scores[place], pictures.GetValueOrDefault(place), place == 0 || BeginsShot(part.Scores[place])));
    }

    /// <summary>Returns whether a sync frame begins a new shot, by its score against the sync frame before it.</summary>
    public static bool BeginsShot(FrameScore score) => score.Structure > StructureOfAnother || score.Local > TonesOfAnother;

    // The last sync frame is not the last frame: the container's word has to do until it is known.
    private static FrameEvidence Extended(FrameEvidence evidence, MediaProbe probe) =>
        probe.DeclaredDuration is { } declared && default(MediaTime) + declared > evidence.End
            ? evidence with { End = default(MediaTime) + declared }
            : evidence;

    private sealed record Glimpse(long Timestamp, FrameScore Score, string? Picture, bool BeginsShot);
}
