using VideoIndex.Looks;
using VideoIndex.Tags;

namespace VideoIndex.Facts.Bars;

/// <summary>Finds colour bars: where looks see them, and to the frame where the picture is still that of such a look.</summary>
internal static class TestBarFacts
{
    private const int MostDifference = 6;

    public static IEnumerable<Tag> Of(FactSource source)
    {
        var looks = source.Evidence.Looks;
        var until = 0;
        for (var look = 0; look < looks.Frames.Count; look++)
        {
            var seen = looks.Frames[look];
            if (seen >= until && looks.At(look).Marks.HasFlag(LookMarks.ColourBars))
            {
                var bars = Around(source, seen, until);
                until = bars.Until;
                var (first, beyond) = LookRange.In(looks, bars);
                yield return source.Tag(bars, TagKinds.Picture, "colour bars", 0.99, FormattableString.Invariant($"Yellow, cyan, green, magenta, red and blue stand side by side in this order; {beyond - first} looks and {bars.Frames} frames show it."));
            }
        }
    }

    private static Stretch Around(FactSource source, int seen, int least)
    {
        var sketches = source.Evidence.Sketches;
        if (sketches.Count <= seen)
        {
            return new Stretch(seen, seen + 1);
        }

        var (first, until) = (seen, seen + 1);
        while (first > least && Alike(first - 1, seen))
        {
            first--;
        }

        while (until < sketches.Count && Alike(until, seen))
        {
            until++;
        }

        return new Stretch(first, until);

        bool Alike(int one, int other) =>
            SketchDifference.Sum(sketches.Luma(one), sketches.Luma(other)) <= MostDifference * FrameSketches.Means;
    }
}
