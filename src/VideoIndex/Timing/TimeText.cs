using System.Globalization;

namespace VideoIndex.Timing;

/// <summary>A time as a person wrote it.</summary>
/// <param name="Time">The time.</param>
/// <param name="Rounding">
/// How far from it the time meant may lie: half a unit of the last digit of a decimal with three digits or more, an
/// eighth of a frame for a timecode, else zero.
/// </param>
/// <remarks>
/// 0.333333 is what a third of a second looks like in microseconds, and lies a sliver before it; a label names a frame,
/// and a container that counts in milliseconds has that frame a sliver early or late. A frame that starts within the
/// rounding is the frame meant. So every time this product prints leads back to the frame it was printed for.
/// </remarks>
public readonly record struct TimeText(MediaTime Time, MediaDuration Rounding)
{
    private const int DigitsOfAMillisecond = 3;
    private const int DigitsKept = 9;

    /// <summary>Gets the earliest time that may be meant.</summary>
    public MediaTime Earliest => Time - Rounding;

    /// <summary>Gets the latest time that may be meant: look here for the frame.</summary>
    public MediaTime Latest => Time + Rounding;

    /// <summary>
    /// Reads an exact fraction of seconds (<c>9009/250</c>), decimal seconds (<c>36.036</c>), a clock time
    /// (<c>1:02.5</c>, <c>0:01:02.5</c>) or, where the video has labels, a timecode (<c>10:00:36;00</c>).
    /// </summary>
    /// <param name="text">What was written.</param>
    /// <param name="labels">The video's labels; null where it has none.</param>
    /// <param name="time">The time.</param>
    /// <returns><see langword="false"/> if the text is none of these, or a label no frame of this video bears.</returns>
    public static bool TryRead(string? text, TimecodeTrack? labels, out TimeText time)
    {
        time = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        if (text.Contains('/', StringComparison.Ordinal))
        {
            var read = Rational.TryParse(text, out var fraction);
            time = new TimeText(new MediaTime(fraction), default);
            return read;
        }

        return text.Split(':', ';').Length == 4 ? TryReadLabel(text, labels, out time) : TryReadClock(text, out time);
    }

    // A full colon is what many people type for drop-frame too; which form is meant, the video knows.
    private static bool TryReadLabel(string text, TimecodeTrack? labels, out TimeText time)
    {
        time = default;
        if (labels is null)
        {
            return false;
        }

        var last = Math.Max(text.LastIndexOf(':'), text.LastIndexOf(';'));
        var label = $"{text[..last]}{(labels.First.DropFrame ? ';' : ':')}{text[(last + 1)..]}";
        if (!Timecode.TryParse(label, labels.First.Rate, out var timecode))
        {
            return false;
        }

        time = new TimeText(labels.StartOf(timecode), labels.Slack);
        return true;
    }

    private static bool TryReadClock(string text, out TimeText time)
    {
        time = default;
        var fields = text.Split(':');
        if (fields.Length > 3 || !TryReadDecimal(fields[^1], out var seconds, out var digits))
        {
            return false;
        }

        var unit = 60L;
        foreach (var field in fields.SkipLast(1).Reverse())
        {
            if (!long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 100_000)
            {
                return false;
            }

            seconds += new Rational(count * unit, 1);
            unit *= 60;
        }

        time = new TimeText(new MediaTime(seconds), RoundingOf(digits));
        return true;
    }

    private static MediaDuration RoundingOf(int digits)
    {
        if (digits < DigitsOfAMillisecond)
        {
            return default; // "5" or "0.5" is meant as it stands
        }

        var unit = Enumerable.Repeat(10L, Math.Min(digits, DigitsKept)).Aggregate((product, ten) => product * ten);
        return new MediaDuration(new Rational(1, 2 * unit));
    }

    private static bool TryReadDecimal(string text, out Rational value, out int digits)
    {
        value = default;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        digits = point < 0 ? 0 : text.Length - point - 1;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > 1_000_000_000m)
        {
            return false;
        }

        // Nine digits are kept; more would say nothing about a frame.
        value = new Rational((long)decimal.Truncate(number * 1_000_000_000m), 1_000_000_000);
        return true;
    }
}
