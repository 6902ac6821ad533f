using VideoIndex.Tags;

namespace VideoIndex.Search;

/// <summary>Makes one moment of what goes on from shot to shot.</summary>
/// <remarks>What is said of a shot is said of each shot anew: five red shots in a row are one red moment, and so are two boards of one brand in one picture.</remarks>
public static class Merging
{
    /// <summary>Joins moments of one colour, one motion or one brand that touch or overlap; every other moment stays as it is.</summary>
    /// <param name="moments">The moments of one video, by start.</param>
    public static IReadOnlyList<Moment> Of(IEnumerable<Moment> moments)
    {
        var merged = new List<Moment>();
        var running = new Dictionary<(string Kind, string Text), int>();
        foreach (var moment in moments)
        {
            var what = (moment.Kind, moment.Text);
            if (moment.Kind is TagKinds.Colour or TagKinds.Motion or TagKinds.Logo
                && running.TryGetValue(what, out var at) && moment.Span.Start <= merged[at].Span.End)
            {
                merged[at] = Joined(merged[at], moment);
                continue;
            }

            running[what] = merged.Count;
            merged.Add(moment);
        }

        return merged;
    }

    private static Moment Joined(Moment one, Moment next) => one with
    {
        Span = new(one.Span.Start, one.Span.End > next.Span.End ? one.Span.End : next.Span.End),
        Confidence = one.Confidence < next.Confidence ? one.Confidence : next.Confidence,
        Evidence = [.. one.Evidence, .. next.Evidence.Except(one.Evidence)],
    };
}
