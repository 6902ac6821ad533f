using System.Globalization;
using VideoIndex.Search.Conditions;
using VideoIndex.Timing;

namespace VideoIndex.Search.Language.Writing;

/// <summary>Writes numbers so that they read back exactly.</summary>
internal static class NumberWriter
{
    private const int MostParts = 1_000_000; // six decimals
    private const int TooLarge = 1_000_000_000; // ten digits

    private static readonly (string Name, Rational PerSecond)[] Units = [("s", new(1, 1)), ("min", new(1, 60)), ("h", new(1, 3600)), ("ms", new(1000, 1))];

    /// <summary>Returns a limit: <c>>= 2s</c>.</summary>
    public static string Limit(Limit limit, Func<Rational, string> number) => $"{Sign(limit.Comparison)} {number(limit.Value)}";

    /// <summary>Returns a limit of a field: <c>>=2</c>; of one it must be exactly, the number alone.</summary>
    public static string Value(Limit limit, Func<Rational, string> number) => Exactly(limit.Comparison) + number(limit.Value);

    /// <summary>Returns the sign of a comparison; none where it must be exactly.</summary>
    public static string Exactly(Comparison comparison) => comparison == Comparison.Exactly ? "" : Sign(comparison);

    /// <summary>Returns the sign of a comparison.</summary>
    public static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.More => ">",
        Comparison.AtLeast => ">=",
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        _ => "=",
    };

    /// <summary>Returns a length, in the first unit that has so few digits as can be read: seconds, minutes, hours, milliseconds.</summary>
    public static string Length(Rational seconds)
    {
        var unit = Units.FirstOrDefault(unit => IsReadable(seconds * unit.PerSecond), Units[0]);
        return Decimal(seconds * unit.PerSecond) + unit.Name;
    }

    /// <summary>Returns a part of 1 in percent: <c>2.5%</c>.</summary>
    public static string Percent(Rational part) => Decimal(part * new Rational(100, 1)) + "%";

    /// <summary>Returns a part of 1 as a decimal fraction, or in percent where that has fewer digits.</summary>
    public static string Part(Rational part) => IsReadable(part) ? Decimal(part) : Percent(part);

    /// <summary>Returns a rate: a whole number or a fraction.</summary>
    public static string Rate(Rational rate) => rate.ToString();

    /// <summary>Returns a decimal fraction.</summary>
    public static string Decimal(Rational number) =>
        ((decimal)number.Numerator / number.Denominator).ToString("0.##################", CultureInfo.InvariantCulture);

    private static bool IsReadable(Rational number) =>
        (Int128)number.Numerator * MostParts % number.Denominator == 0 && number < new Rational(TooLarge, 1);
}
