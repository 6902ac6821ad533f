using System.Globalization;
using VideoIndex.Timing;

namespace VideoIndex.Search.Language.Reading.Values;

/// <summary>Reads numbers and days as people type them.</summary>
internal static class TypedNumbers
{
    private const int MostDigits = 9;
    private const int MostDecimals = 6;

    private static readonly (string Name, Rational Seconds)[] Units =
        [("ms", new(1, 1000)), ("min", new(60, 1)), ("s", new(1, 1)), ("h", new(3600, 1)), ("", new(1, 1))];

    /// <summary>Returns a decimal fraction: <c>-12.5</c>; null where the text is none, or has more than 9 digits before the point or 6 behind it.</summary>
    public static Rational? Decimal(string text)
    {
        var negative = text.StartsWith('-');
        var digits = negative ? text[1..] : text;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var (whole, part) = point < 0 ? (digits, "") : (digits[..point], digits[(point + 1)..]);
        if (whole.Length is 0 or > MostDigits || part.Length > MostDecimals || (point >= 0 && part.Length == 0) || !(whole + part).All(char.IsAsciiDigit))
        {
            return null;
        }

        var number = long.Parse(whole + part, CultureInfo.InvariantCulture);
        return new Rational(negative ? -number : number, Power(part.Length));
    }

    /// <summary>Returns a length in seconds: <c>90</c>, <c>1.5min</c>; null where the text is none.</summary>
    public static Rational? Seconds(string text)
    {
        var (name, seconds) = Units.First(unit => text.EndsWith(unit.Name, StringComparison.Ordinal));
        return Decimal(text[..^name.Length]) is { } number && number >= default(Rational) ? number * seconds : null;
    }

    /// <summary>Returns frames a second: <c>25</c>, <c>30000/1001</c>, or a nickname such as <c>29.97</c>; null where the text is none.</summary>
    public static Rational? Rate(string text)
    {
        if (text.Contains('/', StringComparison.Ordinal))
        {
            return Rational.TryParse(text, out var fraction) && fraction > default(Rational) ? fraction : null;
        }

        return Decimal(text) is { } number && number > default(Rational) ? Nicknamed(text) ?? number : null;
    }

    /// <summary>Returns the first day of a year, a month or a day, and the first day after it: <c>2026</c>, <c>2026-03</c>, <c>2026-03-09</c>; null where the text is none.</summary>
    public static (DateOnly From, DateOnly Until)? Days(string text)
    {
        string[] forms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];
        var form = Array.FindIndex(forms, form => DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        if (form < 0)
        {
            return null;
        }

        var from = DateOnly.ParseExact(text, forms[form], CultureInfo.InvariantCulture);
        return from.Year > 9998 ? null : (from, form switch { 0 => from.AddDays(1), 1 => from.AddMonths(1), _ => from.AddYears(1) });
    }

    private static Rational? Nicknamed(string text)
    {
        var decimals = text.Length - 1 - text.IndexOf('.', StringComparison.Ordinal);
        var form = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        return !text.Contains('.', StringComparison.Ordinal) || decimals < 2 ? null
            : new long[] { 24, 30, 48, 60, 120 }.Where(rate => (rate * 1000 / 1001m).ToString(form, CultureInfo.InvariantCulture) == text)
                .Select(rate => (Rational?)new Rational(rate * 1000, 1001)).FirstOrDefault();
    }

    private static long Power(int digits) => (long)Math.Pow(10, digits);
}
