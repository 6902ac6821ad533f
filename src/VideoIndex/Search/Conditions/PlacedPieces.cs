using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Timing;

namespace VideoIndex.Search.Conditions;

/// <summary>Cuts things down to when they are where a term wants them.</summary>
/// <remarks>
/// A thing that was followed is where a look saw it from halfway to the look before until halfway to the next; at its ends, for as long as it is there. Area is
/// that of the box; place is that of its middle.
/// </remarks>
public static class PlacedPieces
{
    /// <summary>Returns the pieces of a thing that keep to the conditions, in order of time; those that touch are one.</summary>
    public static IReadOnlyList<(MediaSpan Span, PictureBox? Box)> Of(Thing thing, TermConditions conditions)
    {
        ArgumentNullException.ThrowIfNull(thing);
        ArgumentNullException.ThrowIfNull(conditions);
        if (!conditions.AsksForPlace)
        {
            return [(thing.Span, thing.Box)];
        }

        var kept = new List<(MediaSpan Span, PictureBox? Box)>();
        foreach (var (span, box) in Placed(thing).Where(piece => Holds(piece.Box, conditions)))
        {
            if (kept is [.., var (last, first)] && last.End == span.Start)
            {
                kept[^1] = (new MediaSpan(last.Start, span.End), first);
            }
            else
            {
                kept.Add((span, box));
            }
        }

        return kept;
    }

    private static IEnumerable<(MediaSpan Span, PictureBox Box)> Placed(Thing thing)
    {
        if (thing.Path is not { Points: [_, ..] points })
        {
            return thing.Box is { } still ? [(thing.Span, still)] : [];
        }

        MediaTime[] edges = [thing.Span.Start, .. points.Zip(points.Skip(1), (one, next) => Inside(Between(one.At, next.At), thing.Span)), thing.Span.End];
        return points.Select((point, at) => (new MediaSpan(edges[at], edges[at + 1]), point.Box));
    }

    private static MediaTime Between(MediaTime one, MediaTime other) => new((one.Seconds + other.Seconds) * new Rational(1, 2));

    // A way that begins before its thing, or ends after it, is cut.
    private static MediaTime Inside(MediaTime time, MediaSpan span) => time < span.Start ? span.Start : time > span.End ? span.End : time;

    private static bool Holds(PictureBox box, TermConditions conditions) =>
        (conditions.Area?.Admits(new Rational((long)box.Width * box.Height, (long)PictureBox.Whole * PictureBox.Whole)) ?? true)
        && (conditions.Zone is not { } zone || PictureZone.Of(box).Contains(zone));
}
