using VideoIndex.Looks;
using VideoIndex.Shots.Transitions.Stretches.Measures;

namespace VideoIndex.Shots.Transitions.Stretches;

/// <summary>Tells what comes and goes within a shot - a title, a change of light - from what leads to another shot.</summary>
/// <remarks>
/// With no cut between, the old picture is back; and what came had left a quarter of the picture as it was, or was the same picture
/// in another light. A shot dissolved to and away from again is neither.
/// </remarks>
/// <param name="sketches">The sketch of each frame.</param>
/// <param name="cuts">The strength of each frame as a cut, in points times <see cref="CutStrength.Fine"/>.</param>
internal sealed class Visits(FrameSketches sketches, IReadOnlyList<int> cuts)
{
    // Ten seconds at 25 frames a second: a title is read by then.
    private const int Longest = 250;

    private const int SureCut = 55 * CutStrength.Fine, Alike = 65536 / 5;

    /// <summary>Returns whether a stretch is the coming or the going of something that comes and goes.</summary>
    public bool IsOne(Passage passage)
    {
        var a = sketches.Luma(passage.From);
        var b = sketches.Luma(passage.To);
        var isPart = Pictures.Changed(a, b) * 4 <= FrameSketches.Means * 3
            || Pictures.UnlikenessOfRest(a, b, sketches.Luma((passage.From + passage.To) / 2)) < Alike;
        return isPart && (IsSeen(a, b, passage.To, 1) || IsSeen(b, a, passage.From, -1));
    }

    // A picture is seen again if it is three times as near as the other is.
    private bool IsSeen(ReadOnlySpan<byte> picture, ReadOnlySpan<byte> other, int from, int side)
    {
        var most = Pictures.Difference(picture, other) / 3;
        for (var near = from + side; Math.Abs(near - from) <= Longest && near >= 0 && near < sketches.Count && cuts[side > 0 ? near : near + 1] < SureCut; near += side)
        {
            if (Pictures.Difference(picture, sketches.Luma(near)) <= most)
            {
                return true;
            }
        }

        return false;
    }
}
