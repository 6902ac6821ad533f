using VideoIndex.Timing;

namespace VideoIndex.Logos.Exposure;

/// <summary>Sets of stretches of time, exact.</summary>
internal static class TimeUnion
{
    /// <summary>Returns the stretches as those that neither touch nor overlap, in order.</summary>
    public static IReadOnlyList<MediaSpan> Of(IEnumerable<MediaSpan> spans)
    {
        var union = new List<MediaSpan>();
        foreach (var span in spans.OrderBy(span => span.Start))
        {
            if (union is [.., var last] && span.Start <= last.End)
            {
                union[^1] = new MediaSpan(last.Start, last.End >= span.End ? last.End : span.End);
            }
            else
            {
                union.Add(span);
            }
        }

        return union;
    }

    /// <summary>Returns how many seconds stretches last together.</summary>
    public static Rational Seconds(IEnumerable<MediaSpan> spans) => spans.Aggregate(default(Rational), (sum, span) => sum + span.Duration.Seconds);

    /// <summary>Returns what is left of a union when another is taken out of it.</summary>
    public static IReadOnlyList<MediaSpan> Without(IReadOnlyList<MediaSpan> union, IReadOnlyList<MediaSpan> other)
    {
        var left = new List<MediaSpan>();
        foreach (var span in union)
        {
            var from = span.Start;
            foreach (var taken in other.Where(taken => taken.Overlaps(span)))
            {
                if (from < taken.Start)
                {
                    left.Add(new MediaSpan(from, taken.Start));
                }

                from = taken.End > from ? taken.End : from;
            }

            if (from < span.End)
            {
                left.Add(new MediaSpan(from, span.End));
            }
        }

        return left;
    }
}
