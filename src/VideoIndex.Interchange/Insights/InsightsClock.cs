using System.Globalization;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Insights;

/// <summary>Times as Azure AI Video Indexer writes them: <c>0:01:02.1234567</c>, the hour not padded, up to seven decimals.</summary>
internal static class InsightsClock
{
    /// <summary>How many units a second has: it counts in ten-millionths.</summary>
    public const long PerSecond = 10_000_000;

    private const int MostDecimals = 9;

    /// <summary>Reads a time exactly; days before the hours (<c>1.02:03:04</c>) are read, too.</summary>
    /// <returns><see langword="false"/> if it is none.</returns>
    public static bool TryRead(string? text, out Rational seconds)
    {
        seconds = default;
        if (text is not { Length: > 0 and < 40 })
        {
            return false;
        }

        var isNegative = text[0] == '-';
        var fields = (isNegative ? text[1..] : text).Split(':');
        if (fields is not [var hours, var minutes, var rest])
        {
            return false;
        }

        var dot = hours.IndexOf('.', StringComparison.Ordinal);
        var point = rest.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? "" : rest[(point + 1)..];
        if (!TryWhole(dot < 0 ? "0" : hours[..dot], 10_000, out var day)
            || !TryWhole(hours[(dot + 1)..], dot < 0 ? 100_000 : 24, out var hour)
            || !TryWhole(minutes, 60, out var minute)
            || !TryWhole(point < 0 ? rest : rest[..point], 60, out var second)
            || !(point < 0 || decimals.Length is > 0 and <= MostDecimals && decimals.All(char.IsAsciiDigit)))
        {
            return false;
        }

        var nanoseconds = long.Parse($"0{decimals.PadRight(MostDecimals, '0')}", CultureInfo.InvariantCulture);
        seconds = new Rational((((((day * 24) + hour) * 60) + minute) * 60) + second, 1) + new Rational(nanoseconds, 1_000_000_000);
        seconds = isNegative ? default(Rational) - seconds : seconds;
        return true;
    }

    /// <summary>Writes a time, to the nearest ten-millionth of a second; one before zero is written as zero.</summary>
    public static string Write(Rational seconds)
    {
        var units = Math.Max(0, (seconds * new Rational(PerSecond, 1)).Round());
        var (whole, part) = Math.DivRem(units, PerSecond);
        var decimals = part == 0 ? "" : $".{part.ToString("0000000", CultureInfo.InvariantCulture).TrimEnd('0')}";
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}{decimals}");
    }

    private static bool TryWhole(string text, long below, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value < below;
}
