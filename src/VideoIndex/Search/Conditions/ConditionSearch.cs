using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Search.Conditions;

/// <summary>Finds when a term holds in a video with all its conditions. Pure: an index only has to find what answers its words.</summary>
/// <remarks>
/// In this order, whatever the order they were typed in: things are cut down to when they are in place (AREA, ZONE), then counted, then held against how
/// long it lasts (FOR). Pieces that touch or overlap go on in each other before they are measured: of counts and of things a detector saw all of
/// them, of anything else those of one label.
/// </remarks>
public static class ConditionSearch
{
    /// <summary>Returns the stretches, in order of their start.</summary>
    /// <param name="field">Where the things were looked for; null for everywhere.</param>
    /// <param name="asked">What is asked of them.</param>
    /// <param name="things">What answers the words, in order of start.</param>
    /// <param name="looked">What of the video was looked at; null where nobody looked.</param>
    public static IReadOnlyList<Stretch> Of(string? field, TermConditions asked, IReadOnlyList<Thing> things, MediaSpan? looked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(things);
        var pieces = things.SelectMany((thing, at) => PlacedPieces.Of(thing, asked).Select(piece => new Stretch(piece.Span, [at], piece.Box)));
        var held = Held(asked, pieces, looked);
        return asked.For is { } length
            ? [.. Joined(held, piece => asked.Count is not null || field is TagKinds.Objects or TagKinds.Faces ? "" : things[piece.Things[0]].Label)
                .Where(piece => length.Admits(piece.Span.Duration.Seconds))]
            : held;
    }

    private static IReadOnlyList<Stretch> Held(TermConditions asked, IEnumerable<Stretch> pieces, MediaSpan? looked) => asked.Count is { } count
        ? CountSweep.Of([.. pieces.Select(piece => (piece.Span, piece.Things[0]))], looked, count)
        : [.. pieces.OrderBy(piece => piece.Span.Start).ThenBy(piece => piece.Things[0])];

    private static List<Stretch> Joined(IEnumerable<Stretch> pieces, Func<Stretch, string> labelOf)
    {
        var joined = new List<Stretch>();
        var running = new Dictionary<string, int>();
        foreach (var piece in pieces)
        {
            var label = labelOf(piece);
            if (running.TryGetValue(label, out var at) && piece.Span.Start <= joined[at].Span.End)
            {
                joined[at] = And(joined[at], piece);
                continue;
            }

            running[label] = joined.Count;
            joined.Add(piece);
        }

        return joined;
    }

    private static Stretch And(Stretch one, Stretch next) => one with
    {
        Span = new(one.Span.Start, one.Span.End > next.Span.End ? one.Span.End : next.Span.End),
        Things = [.. one.Things.Union(next.Things)],
        Least = Math.Min(one.Least, next.Least),
        Most = Math.Max(one.Most, next.Most),
    };
}
