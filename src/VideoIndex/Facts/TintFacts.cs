using VideoIndex.Facts.Bars;
using VideoIndex.Looks;
using VideoIndex.Tags;

namespace VideoIndex.Facts;

/// <summary>Says which shots are dark, which are bright, and which have no colour.</summary>
internal static class TintFacts
{
    private const int Black = 14, Dark = 40, Bright = 185;

    public static IEnumerable<Tag> Of(FactSource source, IReadOnlyList<Stretch> shots, IReadOnlyList<PictureFrame> frames)
    {
        var means = shots.Zip(frames, (shot, frame) => AveragePicture.MeanLuma(source.Evidence, shot.First, shot.Until, frame)).ToList();
        foreach (var (shot, mean) in shots.Zip(means))
        {
            if (mean is > Black and <= Dark or >= Bright)
            {
                yield return source.Tag(
                    shot, TagKinds.Picture, mean <= Dark ? "dark" : "bright",
                    mean <= Dark ? 0.5 + (Dark - mean) / 50.0 : 0.5 + (mean - Bright) / 90.0,
                    FormattableString.Invariant($"The mean luma of the shot is {mean} of 255."));
            }
        }

        for (var shot = 0; shot < shots.Count; shot++)
        {
            var first = shot;
            var looks = 0;
            while (shot < shots.Count && Colourless(source, shots[shot], means[shot]) is var more && more > 0)
            {
                (looks, shot) = (looks + more, shot + 1);
            }

            if (looks > 1)
            {
                yield return source.Tag(
                    new Stretch(shots[first].First, shots[shot - 1].Until), TagKinds.Picture, "black and white", 0.5 + 0.05 * looks,
                    FormattableString.Invariant($"In none of {looks} looks does one pixel in 200 have colour."));
            }
        }
    }

    // How many looks at a shot have no colour; 0 when one has, or nothing can be seen.
    private static int Colourless(FactSource source, Stretch shot, int mean)
    {
        var (first, until) = LookRange.In(source.Evidence.Looks, shot);
        for (var look = first; look < until; look++)
        {
            if (mean <= Black || mean >= 240 || !source.Evidence.Looks.At(look).Marks.HasFlag(LookMarks.Colourless))
            {
                return 0;
            }
        }

        return until - first;
    }
}
