using VideoIndex.Shots.Transitions.Stretches;

namespace VideoIndex.Shots.Transitions;

/// <summary>Finds how the shots of a video give way to one another, from what was kept of its frames, without decoding.</summary>
/// <remarks>
/// The same evidence and options give the same answer on every machine. Evidence without sketches, as that of a video indexed
/// before there were any, gives hard cuts alone.
/// </remarks>
public static class TransitionFinder
{
    /// <summary>The version of the decision; a change of what counts as a transition is a new one.</summary>
    public const string Version = "2";

    /// <summary>Returns the transitions in order. No two share a frame, and a cut inside a gradual one is part of it.</summary>
    /// <param name="evidence">The frames.</param>
    /// <param name="options">How sure a transition of any kind must be.</param>
    public static IReadOnlyList<FrameTransition> Find(FrameEvidence evidence, CutOptions options) => Find(evidence, options, PassageStrength.Learned);

    /// <summary>Returns the transitions in order, gradual ones as they are judged by given weights.</summary>
    internal static IReadOnlyList<FrameTransition> Find(FrameEvidence evidence, CutOptions options, PassageStrength judges)
    {
        if (evidence.Sketches.Count != evidence.Count || evidence.Count == 0)
        {
            return [.. HardCuts.Find(evidence, options).Select(Cut)];
        }

        var strengths = HardCuts.Strengths(evidence);
        var graduals = Graduals(evidence, strengths, options.Threshold, judges);
        return
        [
            .. Cuts(evidence, strengths, options.Threshold)
                .Where(cut => !graduals.Any(gradual => gradual.Start <= cut && cut <= gradual.End))
                .Select(Cut).Concat(graduals).OrderBy(transition => transition.Start),
        ];
    }

    /// <summary>Returns the first frame of each new shot, rising. The first frame of the video is not among them, and no shot is empty.</summary>
    /// <remarks>A fade in that opens the video and any fade out begin no shot.</remarks>
    /// <param name="transitions">The transitions in order.</param>
    /// <param name="frames">How many frames the video has.</param>
    public static IReadOnlyList<int> FirstFrames(IReadOnlyList<FrameTransition> transitions, int frames) =>
        [.. transitions.Where(transition => transition.Kind != TransitionKind.FadeOut)
            .Select(transition => transition.At).Where(at => at > 0 && at < frames).Distinct().Order()];

    private static FrameTransition Cut(int frame) => new(TransitionKind.Cut, frame, frame, frame);

    private static IEnumerable<int> Cuts(FrameEvidence evidence, int[] strengths, int threshold)
    {
        var (context, terms) = (new CutContext(evidence.Sketches), new int[CutContext.Count]);
        foreach (var frame in HardCuts.Peaks(strengths, CutOptions.LeastThreshold))
        {
            context.Of(frame, strengths[frame], terms);
            if (CutJudge.FineOf(terms) >= threshold * CutStrength.Fine)
            {
                yield return frame;
            }
        }
    }

    private static List<FrameTransition> Graduals(FrameEvidence evidence, int[] strengths, int threshold, PassageStrength judges)
    {
        var passages = Judged(evidence, strengths, judges);
        var ends = new Ends(evidence.Sketches, strengths);
        var visits = new Visits(evidence.Sketches, strengths);
        var found = new Fades(evidence.Sketches, ends).Of(passages, threshold * CutStrength.Fine);
        foreach (var passage in passages.Where(passage => passage.Way <= Way.Push && passage.Strength >= threshold * CutStrength.Fine)
            .OrderByDescending(passage => passage.Strength))
        {
            if (found.All(other => passage.To <= other.Start || other.End <= passage.From + 1) && !visits.IsOne(passage))
            {
                var exact = ends.Of(passage);
                var (start, end) = (exact.From + 1, exact.To);
                found.Add(new FrameTransition(passage.Way == Way.Dissolve ? TransitionKind.Dissolve : TransitionKind.Wipe, start, end, (start + end) / 2));
            }
        }

        return Apart(found);
    }

    private static List<Passage> Judged(FrameEvidence evidence, int[] strengths, PassageStrength judges)
    {
        var measure = new PassageTerms(evidence, strengths);
        var terms = new int[PassageTerms.Count];
        var passages = new List<Passage>();
        foreach (var passage in measure.Candidates())
        {
            measure.Of(passage.From, passage.To, terms);
            var strength = judges.FineOf(passage.Way, terms);
            if (strength >= CutOptions.LeastThreshold * CutStrength.Fine)
            {
                var way = passage.Way > Way.Push ? passage.Way : judges.IsWipe(terms) ? Way.Wipe : Way.Dissolve;
                passages.Add(passage with { Way = way, Strength = strength });
            }
        }

        return passages;
    }

    // Where two meet, the later one begins where the earlier one ends.
    private static List<FrameTransition> Apart(List<FrameTransition> found)
    {
        var apart = new List<FrameTransition>();
        foreach (var next in found.OrderBy(transition => transition.Start))
        {
            var start = Math.Max(next.Start, apart.Count == 0 ? 0 : apart[^1].End);
            if (start < next.End)
            {
                apart.Add(next with { Start = start, At = Math.Max(start, next.At) });
            }
        }

        return apart;
    }
}
