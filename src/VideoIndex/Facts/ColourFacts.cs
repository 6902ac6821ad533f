using VideoIndex.Looks;
using VideoIndex.Tags;

namespace VideoIndex.Facts;

/// <summary>Says which colours much of a shot is of.</summary>
internal static class ColourFacts
{
    private const int Most = 4;

    // In hundredths of the picture. What has no colour is everywhere, and is worth saying only where there is much of it.
    private const double EnoughOfAColour = 10, EnoughOfNone = 30;

    public static IEnumerable<Tag> Of(FactSource source, IReadOnlyList<Stretch> shots, IReadOnlyList<Stretch> pure)
    {
        foreach (var (shot, counted) in shots.Zip(pure))
        {
            var (shares, looks) = Shares(source.Evidence.Looks, counted);
            var said = shares
                .Select((share, colour) => (Share: share, Colour: (BasicColour)colour))
                .Where(named => named.Share >= Enough(named.Colour))
                .OrderByDescending(named => named.Share).ThenBy(named => named.Colour)
                .Take(Most);
            foreach (var (share, colour) in said)
            {
                var label = ColourNames.LabelOf(colour);
                yield return source.Tag(shot, TagKinds.Colour, label, FactSource.Sure(share, Enough(colour)), FormattableString.Invariant($"{share:0} % of the picture is {label}, on average over {looks} {(looks == 1 ? "look" : "looks")} at the shot."));
            }
        }
    }

    private static double Enough(BasicColour colour) => colour <= BasicColour.Grey ? EnoughOfNone : EnoughOfAColour;

    private static (double[] Shares, int Looks) Shares(FrameLooks looks, Stretch shot)
    {
        var (shares, counted) = (new double[LookFacts.Colours], 0);
        var (first, until) = LookRange.In(looks, shot);
        for (var look = first; look < until; look++)
        {
            var facts = looks.At(look);
            if (!facts.Marks.HasFlag(LookMarks.ColourBars))
            {
                for (var colour = 0; colour < shares.Length; colour++)
                {
                    shares[colour] += facts.Shares[colour] / 2.55;
                }

                counted++;
            }
        }

        return ([.. shares.Select(share => share / Math.Max(1, counted))], counted);
    }
}
