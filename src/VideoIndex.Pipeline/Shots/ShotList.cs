using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Shots;

/// <summary>Makes the list of a video's shots from its frames.</summary>
internal static class ShotList
{
    /// <summary>Cuts the frames into shots that touch and cover them all, each with its keyframe.</summary>
    /// <param name="evidence">The frames.</param>
    /// <param name="cuts">The first frame of each shot but the first.</param>
    /// <param name="keyframe">Returns the frame that stands for the shot from one frame up to another.</param>
    /// <param name="picture">Returns the place of a frame's picture, inside the library.</param>
    public static List<ShotRecord> Of(
        FrameEvidence evidence, IReadOnlyList<int> cuts, Func<int, int, int> keyframe, Func<int, string> picture)
    {
        int[] starts = [0, .. cuts, evidence.Count];
        var shots = new List<ShotRecord>();
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            var (first, until) = (starts[i], starts[i + 1]);
            var end = until < evidence.Count ? evidence.TimeOf(until) : evidence.End;
            var chosen = keyframe(first, until);
            shots.Add(new ShotRecord(
                new Shot(shots.Count + 1, new MediaSpan(evidence.TimeOf(first), end)),
                evidence.TimeOf(chosen),
                picture(chosen)));
        }

        return shots;
    }
}
