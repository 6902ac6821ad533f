using VideoIndex.Accuracy.Footage;
using VideoIndex.Accuracy.Scoring;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using VideoIndex.Shots.Transitions.Stretches;

namespace VideoIndex.Accuracy.Fitting;

/// <summary>A stretch that may be a gradual transition, its terms, and whether it is a planted one; null where it is in doubt, for it is partly.</summary>
internal sealed record Stretch(Passage Passage, int[] Terms, bool? True, bool IsWipe)
{
    /// <summary>Returns every stretch of a clip that is judged.</summary>
    public static List<Stretch> Of(Sample sample)
    {
        var terms = new PassageTerms(sample.Evidence, HardCuts.Strengths(sample.Evidence));
        return [.. terms.Candidates().Select(passage =>
        {
            var values = new int[PassageTerms.Count];
            terms.Of(passage.From, passage.To, values);
            return Of(passage, values, sample.Truth);
        })];
    }

    /// <summary>Returns the parts of a planted transition that are judged by themselves.</summary>
    public static IEnumerable<(Way Way, int From, int To)> Halves(Gradual gradual)
    {
        var dark = (int)((gradual.End - gradual.Start) * (1 - gradual.Held) / 2);
        return gradual.Kind switch
        {
            TransitionKind.Dissolve => [(Way.Dissolve, gradual.Start - 1, gradual.End)],
            TransitionKind.Wipe => [(Way.Wipe, gradual.Start - 1, gradual.End)],
            TransitionKind.FadeOut => [(Way.Away, gradual.Start - 1, gradual.End)],
            TransitionKind.FadeIn => [(Way.Up, gradual.Start - 1, gradual.End)],
            _ => [(Way.Away, gradual.Start - 1, gradual.Start + dark), (Way.Up, gradual.End - 1 - dark, gradual.End)],
        };
    }

    /// <summary>Returns whether one judge judges both ways.</summary>
    public static bool IsOne(Way way, Way other) => way == other || (way <= Way.Push && other <= Way.Push);

    private static Stretch Of(Passage passage, int[] terms, Truth truth)
    {
        var best = truth.Graduals.SelectMany(gradual => Halves(gradual).Where(half => IsOne(half.Way, passage.Way))
            .Select(half => (Overlap: Overlap(passage, half.From, half.To), half.Way))).DefaultIfEmpty().MaxBy(one => one.Overlap);
        var touched = truth.Graduals.Select(gradual => Overlap(passage, gradual.Start - 1, gradual.End)).DefaultIfEmpty().Max();
        return new Stretch(passage, terms, best.Overlap >= 0.6 ? true : best.Overlap >= 0.3 || touched > 0.3 ? null : false, best.Way == Way.Wipe);
    }

    private static double Overlap(Passage passage, int from, int to)
    {
        var shared = Math.Min(passage.To, to) - Math.Max(passage.From, from);
        return Math.Max(0, (double)shared / (Math.Max(passage.To, to) - Math.Min(passage.From, from)));
    }
}
