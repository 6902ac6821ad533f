using VideoIndex.Accuracy.Footage;
using VideoIndex.Shots.Transitions;

namespace VideoIndex.Accuracy.Scoring;

/// <summary>A gradual transition that was planted, and what was found of it.</summary>
internal readonly record struct Matched(Gradual Planted, FrameTransition? Found);

/// <summary>What was found in a clip, held against what was planted, after TRECVID's shot boundary task.</summary>
/// <remarks>
/// Cuts match one to one within a tolerance, nearest first. A gradual transition found matches a planted one, one to one and
/// most shared frames first, if the two share a frame; strictly, if they share half of all the frames either has.
/// </remarks>
/// <param name="CutsExact">Cuts to the frame.</param>
/// <param name="Cuts">Cuts within one frame.</param>
/// <param name="Graduals">Gradual transitions that share a frame.</param>
/// <param name="Strict">Gradual transitions that share half.</param>
/// <param name="Pairs">Each planted gradual transition.</param>
/// <param name="MissedCuts">What kinds of cuts were missed.</param>
/// <param name="Wrong">What was found and is none, and what was on screen there.</param>
internal sealed record Outcome(
    Marking CutsExact, Marking Cuts, Marking Graduals, Marking Strict, IReadOnlyList<Matched> Pairs, IReadOnlyList<string> MissedCuts, IReadOnlyList<Planted> Wrong)
{
    /// <summary>Gets all transitions together.</summary>
    public Marking All => Cuts + Graduals;

    /// <summary>Holds transitions against the truth.</summary>
    public static Outcome Of(Truth truth, IReadOnlyList<FrameTransition> found)
    {
        var planted = truth.Cuts.Select(cut => cut.Frame).ToList();
        var cuts = found.Where(one => one.Kind == TransitionKind.Cut).Select(cut => cut.Start).ToList();
        var (wrong, missed) = (new List<int>(), new List<int>());
        var within = Marking.Of(planted, cuts, 1, wrong, missed);
        var graduals = found.Where(one => one.Kind != TransitionKind.Cut).ToList();
        var pairs = Pair(truth.Graduals, graduals, least: 0);
        var strict = Pair(truth.Graduals, graduals, least: 0.5);
        return new Outcome(
            Marking.Of(planted, cuts, 0),
            within,
            Count(pairs, graduals.Count),
            Count(strict, graduals.Count),
            pairs,
            [.. missed.Select(frame => truth.Cuts.First(cut => cut.Frame == frame).Kind)],
            [
                .. wrong.Select(frame => new Planted(frame, "cut in " + truth.Near(frame))),
                .. graduals.Where(one => pairs.All(pair => pair.Found != one)).Select(one => new Planted(one.Start, $"{one.Kind} -{one.End} in {truth.Near((one.Start + one.End) / 2)}")),
            ]);
    }

    /// <summary>
    /// Holds cuts against the truth as generously as may be: of the frames found inside a gradual transition one is right and
    /// the others are forgiven.
    /// </summary>
    public static Outcome OfCuts(Truth truth, IReadOnlyList<int> found)
    {
        var planted = truth.Cuts.Select(cut => cut.Frame).ToList();
        bool Inside(int frame, Gradual gradual) => gradual.Start <= frame && frame <= gradual.End;
        var pairs = truth.Graduals.Select(gradual => new Matched(
            gradual, found.Any(frame => Inside(frame, gradual)) ? new FrameTransition(gradual.Kind, gradual.Start, gradual.End, gradual.Start) : null)).ToList();
        var cuts = found.Where(frame => planted.Any(cut => Math.Abs(cut - frame) <= 1) || !truth.Graduals.Any(gradual => Inside(frame, gradual))).ToList();
        var (wrong, missed) = (new List<int>(), new List<int>());
        var within = Marking.Of(planted, cuts, 1, wrong, missed);
        return new Outcome(
            Marking.Of(planted, cuts, 0), within, Count(pairs, pairs.Count(pair => pair.Found is not null)), default, pairs,
            [.. missed.Select(frame => truth.Cuts.First(cut => cut.Frame == frame).Kind)],
            [.. wrong.Select(frame => new Planted(frame, "cut in " + truth.Near(frame)))]);
    }

    private static Marking Count(List<Matched> pairs, int found)
    {
        var right = pairs.Count(pair => pair.Found is not null);
        return new Marking(right, found - right, pairs.Count - right);
    }

    private static List<Matched> Pair(IReadOnlyList<Gradual> planted, List<FrameTransition> found, double least)
    {
        var pairs =
            from gradual in planted
            from one in found
            let shared = Math.Min(gradual.End, one.End) - Math.Max(gradual.Start, one.Start)
            let all = Math.Max(gradual.End, one.End) - Math.Min(gradual.Start, one.Start)
            where shared > 0 && shared >= least * all
            orderby shared descending, gradual.Start, one.Start
            select (gradual, one);
        var taken = new Dictionary<Gradual, FrameTransition>();
        foreach (var (gradual, one) in pairs)
        {
            if (!taken.ContainsKey(gradual) && !taken.ContainsValue(one))
            {
                taken[gradual] = one;
            }
        }

        return [.. planted.Select(gradual => new Matched(gradual, taken.TryGetValue(gradual, out var one) ? one : null))];
    }
}
