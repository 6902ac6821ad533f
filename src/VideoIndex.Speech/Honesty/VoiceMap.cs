using VideoIndex.Timing;

namespace VideoIndex.Speech.Honesty;

/// <summary>Where somebody speaks.</summary>
public sealed class VoiceMap
{
    private readonly MediaSpan[] _stretches;
    private readonly (double Start, double End)[] _seconds;

    /// <summary>Creates it.</summary>
    /// <param name="stretches">The stretches of speech, in any order; they may touch or overlap.</param>
    public VoiceMap(IEnumerable<MediaSpan> stretches)
    {
        var merged = new List<MediaSpan>();
        foreach (var stretch in stretches.OrderBy(stretch => stretch.Start))
        {
            if (merged.Count > 0 && stretch.Start <= merged[^1].End)
            {
                merged[^1] = new(merged[^1].Start, stretch.End > merged[^1].End ? stretch.End : merged[^1].End);
            }
            else
            {
                merged.Add(stretch);
            }
        }

        _stretches = [.. merged];
        _seconds = [.. merged.Select(Seconds)];
    }

    /// <summary>Returns how many seconds somebody speaks within a span.</summary>
    /// <param name="span">The span.</param>
    /// <param name="margin">By how many seconds the span is made wider on both sides.</param>
    public double Within(MediaSpan span, double margin = 0)
    {
        var (start, end) = Seconds(span);
        (start, end) = (start - margin, end + margin);
        double sum = 0;
        for (var i = First(start); i < _seconds.Length && _seconds[i].Start < end; i++)
        {
            sum += Math.Min(end, _seconds[i].End) - Math.Max(start, _seconds[i].Start);
        }

        return sum;
    }

    /// <summary>Returns whether somebody speaks within a span, made wider by a margin in seconds on both sides; a span may be empty.</summary>
    public bool Touches(MediaSpan span, double margin)
    {
        var (start, end) = Seconds(span);
        var first = First(start - margin);
        return first < _seconds.Length && _seconds[first].Start < end + margin;
    }

    /// <summary>Lists the stretches that share time with a span.</summary>
    public IEnumerable<MediaSpan> In(MediaSpan span)
    {
        for (var i = First(span.Start.Seconds.ToDouble()); i < _stretches.Length && _stretches[i].Start < span.End; i++)
        {
            if (_stretches[i].Overlaps(span))
            {
                yield return _stretches[i];
            }
        }
    }

    private static (double Start, double End) Seconds(MediaSpan span) => (span.Start.Seconds.ToDouble(), span.End.Seconds.ToDouble());

    // The first stretch that ends behind a time.
    private int First(double time)
    {
        var (low, high) = (0, _seconds.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _seconds[middle].End > time ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
