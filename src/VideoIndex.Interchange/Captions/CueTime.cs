using System.Globalization;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Captions;

/// <summary>Reads the times of text captions: <c>00:00:01,500 --> 00:00:02,000</c>.</summary>
internal static class CueTime
{
    private const string Arrow = "-->";

    private const int LongestNumber = 9; // digits; more would be a time no video has

    public static bool IsTiming(ReadOnlySpan<char> line) => line.Contains(Arrow, StringComparison.Ordinal);

    /// <summary>Reads a line with an arrow. What follows the second time (settings, coordinates) is passed over.</summary>
    public static bool TryReadTiming(ReadOnlySpan<char> line, out MediaTime start, out MediaTime end)
    {
        end = default;
        var arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
        var after = line[(arrow + Arrow.Length)..].TrimStart();
        var settings = after.IndexOfAny(' ', '\t');
        return TryRead(line[..arrow].Trim(), out start) && TryRead(settings < 0 ? after : after[..settings], out end);
    }

    /// <summary>Reads <c>[hours:]minutes:seconds[.fraction]</c>, with a comma or a point; the fraction is exact, to the nanosecond.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out MediaTime time)
    {
        time = default;
        var point = text.IndexOfAny('.', ',');
        var whole = point < 0 ? text : text[..point];
        var seconds = 0L;
        var fields = 0;
        foreach (var range in whole.Split(':'))
        {
            if (++fields > 3 || !TryNumber(whole[range], out var number) || (fields > 1 && number > 59))
            {
                return false;
            }

            seconds = seconds * 60 + number;
        }

        if (fields < 2 || !TryFraction(point < 0 ? default : text[(point + 1)..], out var fraction))
        {
            return false;
        }

        time = new MediaTime(new Rational(seconds, 1) + fraction);
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<char> digits, out Rational fraction)
    {
        fraction = default;
        if (digits.IsEmpty)
        {
            return true;
        }

        if (!TryNumber(digits, out var number))
        {
            return false;
        }

        var scale = 1L;
        for (var place = 0; place < digits.Length; place++)
        {
            scale *= 10;
        }

        fraction = new Rational(number, scale);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out long number)
    {
        number = 0;
        return digits.Length <= LongestNumber && !digits.ContainsAnyExceptInRange('0', '9')
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
