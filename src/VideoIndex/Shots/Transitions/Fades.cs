using VideoIndex.Looks;
using VideoIndex.Shots.Transitions.Stretches;
using VideoIndex.Shots.Transitions.Stretches.Measures;

namespace VideoIndex.Shots.Transitions;

/// <summary>Puts fades together: what goes to black or white, and what comes out of it.</summary>
/// <param name="sketches">The sketch of each frame.</param>
/// <param name="ends">Says where a stretch begins and ends, to the frame.</param>
internal sealed class Fades(FrameSketches sketches, Ends ends)
{
    // Four seconds at 25 frames a second: what is black for longer is an end and a beginning.
    private const int LongestHeld = 100;

    private const int Held = 3, Dark = 40, Flat = 48, Alike = 65536 / 5;

    /// <summary>Returns the fades among stretches, none overlapping another.</summary>
    public List<FrameTransition> Of(IReadOnlyList<Passage> passages, int threshold)
    {
        var (aways, ups) = (Best(passages, Way.Away), Best(passages, Way.Up));
        var (found, dimmed) = (new List<(FrameTransition Transition, int Strength)>(), new HashSet<Passage>());
        foreach (var away in aways)
        {
            foreach (var up in ups.Where(up => up.From >= away.To - 3 && up.From <= away.To + LongestHeld && IsHeld(away, up)))
            {
                if (Pictures.UnlikenessOfRest(sketches.Luma(away.From), sketches.Luma(up.To), sketches.Luma(away.To)) < Alike)
                {
                    dimmed.UnionWith([away, up]); // a lamp, a cloud: the same picture is back
                }
                else if ((away.Strength + up.Strength) / 2 >= threshold)
                {
                    var kind = IsDarker(away.To, away.From) ? TransitionKind.ThroughBlack : TransitionKind.ThroughWhite;
                    found.Add((new FrameTransition(kind, away.From + 1, up.To, Math.Max(up.From + 1, away.From + 1)), (away.Strength + up.Strength) / 2));
                }
            }
        }

        found.AddRange(aways.Where(away => away.Strength >= threshold && !dimmed.Contains(away) && IsNothing(away.To, away.From, 1))
            .Select(away => (new FrameTransition(TransitionKind.FadeOut, First(away), away.To, away.To), away.Strength)));
        found.AddRange(ups.Where(up => up.Strength >= threshold && !dimmed.Contains(up) && IsNothing(up.From, up.To, -1))
            .Select(up => (new FrameTransition(TransitionKind.FadeIn, First(up), up.To, First(up)), up.Strength)));
        return [.. Apart(found).Select(fade => fade.Transition)];
    }

    private static List<(FrameTransition Transition, int Strength)> Apart(List<(FrameTransition Transition, int Strength)> fades)
    {
        var kept = new List<(FrameTransition Transition, int Strength)>();
        foreach (var fade in fades.OrderBy(fade => fade.Transition.Kind is TransitionKind.FadeIn or TransitionKind.FadeOut).ThenByDescending(fade => fade.Strength))
        {
            if (!kept.Any(other => fade.Transition.Start < other.Transition.End && other.Transition.Start < fade.Transition.End))
            {
                kept.Add(fade);
            }
        }

        return kept;
    }

    private List<Passage> Best(IReadOnlyList<Passage> passages, Way way)
    {
        var kept = new List<Passage>();
        foreach (var passage in passages.Where(passage => passage.Way == way).OrderByDescending(passage => passage.Strength))
        {
            if (!kept.Any(other => passage.From < other.To && other.From < passage.To))
            {
                kept.Add(passage);
            }
        }

        return [.. kept.Select(ends.Of)];
    }

    // By all of it, not by the light most of it has: that may be of black bars.
    private bool IsDarker(int ground, int picture) => Pictures.Content(sketches.Luma(ground), 0) < Pictures.Content(sketches.Luma(picture), 0);

    private int Light(int frame) => Pictures.Flatness(sketches.Luma(frame)).Light;

    // A fade that begins with the video has no frame before it.
    private static int First(Passage passage) => passage.From == 0 ? 0 : passage.From + 1;

    private bool IsHeld(Passage away, Passage up)
    {
        var ground = sketches.Luma(away.To);
        var most = Math.Max(FrameSketches.Means * 12, Math.Min(Pictures.Difference(ground, sketches.Luma(away.From)), Pictures.Difference(ground, sketches.Luma(up.To))) / 3);
        for (var frame = Math.Min(away.To, up.From); frame <= Math.Max(away.To, up.From); frame++)
        {
            if (Pictures.Difference(sketches.Luma(frame), ground) > most)
            {
                return false;
            }
        }

        return true;
    }

    // Nothing is to be seen for a moment, or to the end of the video, but at most a caption.
    private bool IsNothing(int frame, int picture, int side)
    {
        var ground = sketches.Luma(frame);
        var light = Light(frame);
        if (Pictures.Content(ground, light) * 3 > Pictures.Content(sketches.Luma(picture), light))
        {
            return false;
        }

        for (var near = frame; Math.Abs(near - frame) < Held && near >= 0 && near < sketches.Count; near += side)
        {
            var (here, relief) = Pictures.Flatness(sketches.Luma(near));
            if (here > Dark || relief > Flat)
            {
                return false;
            }
        }

        return true;
    }
}
