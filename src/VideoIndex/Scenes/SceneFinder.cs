using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Scenes;

/// <summary>Finds which consecutive shots belong together, from what was kept of the frames, without decoding.</summary>
/// <remarks>
/// Overlapping links, after Hanjalic, Lagendijk and Biemond (1999): a shot that is like one a few shots on ties itself, that one and all between
/// into one scene, so a talk that goes back and forth between two cameras is one, and so is a setting the camera returns to. A scene ends
/// where no link crosses. Short shots in a row are a montage, and one scene.
/// </remarks>
public static class SceneFinder
{
    /// <summary>The version of the rules; a change of what is a scene is a new one.</summary>
    public const string Version = "1";

    // How many shots and how many seconds ahead a shot may be linked, how alike the two must be in thousandths, and how short montage is.
    private const int MostShots = 8, Alike = 700;
    private static readonly Rational Farthest = new(45, 1), Short = new(2, 1), ShortestScene = new(3, 1);

    /// <summary>Returns the scenes, which touch and cover the video; none where there are no shots.</summary>
    /// <param name="evidence">What was kept of the video's frames. Without sketches every video is one scene.</param>
    /// <param name="shots">The first frame of each shot, and the first after it, in order; they touch.</param>
    public static IReadOnlyList<Scene> Of(FrameEvidence evidence, IReadOnlyList<(int First, int Until)> shots) => Of(evidence, shots, Alike);

    internal static IReadOnlyList<Scene> Of(FrameEvidence evidence, IReadOnlyList<(int First, int Until)> shots, int alike)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(shots);
        if (shots.Count == 0)
        {
            return [];
        }

        var times = shots.Select(shot => evidence.TimeOf(shot.First)).Append(evidence.End).ToList();
        var starts = evidence.Sketches.Count < shots[^1].Until ? [0] : Starts(evidence, shots, times, alike);
        return [.. starts.Select((start, scene) =>
        {
            var last = scene + 1 < starts.Count ? starts[scene + 1] - 1 : shots.Count - 1;
            return new Scene(scene + 1, new MediaSpan(times[start], times[last + 1]), start + 1, last + 1);
        })];
    }

    // The first shot of each scene.
    private static List<int> Starts(FrameEvidence evidence, IReadOnlyList<(int First, int Until)> shots, List<MediaTime> times, int alike)
    {
        var portraits = shots.Select(shot => new ShotPortrait(evidence, shot.First, shot.Until)).ToList();
        var (starts, reached) = (new List<int> { 0 }, 0);
        for (var shot = 0; shot < shots.Count; shot++)
        {
            if (shot > reached)
            {
                starts.Add(shot);
                reached = shot;
            }

            reached = Math.Max(reached, Reach(portraits, times, shot, alike));
        }

        return Joined(starts, times);
    }

    // The last shot that one is linked with.
    private static int Reach(List<ShotPortrait> portraits, List<MediaTime> times, int shot, int alike)
    {
        for (var next = Math.Min(portraits.Count - 1, shot + MostShots); next > shot; next--)
        {
            if ((times[next] - times[shot + 1]).Seconds <= Farthest && portraits[shot].Likeness(portraits[next]) >= alike)
            {
                return next;
            }
        }

        return shot + 1 < portraits.Count && IsShort(times, shot) && IsShort(times, shot + 1) ? shot + 1 : shot;
    }

    private static bool IsShort(List<MediaTime> times, int shot) => (times[shot + 1] - times[shot]).Seconds <= Short;

    // What is over before it can be followed is no scene: it opens the next, as a view of a house before a room in it.
    private static List<int> Joined(List<int> starts, List<MediaTime> times)
    {
        for (var scene = starts.Count - 2; scene >= 0; scene--)
        {
            if ((times[starts[scene + 1]] - times[starts[scene]]).Seconds < ShortestScene)
            {
                starts.RemoveAt(scene + 1);
            }
        }

        return starts;
    }
}
