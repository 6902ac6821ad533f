using System.Globalization;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exposure;

/// <summary>Figures as the tables and the page write them, in the same digits.</summary>
internal static class Figures
{
    /// <summary>Returns seconds to three places; halves go to the even digit.</summary>
    public static string Seconds(Rational seconds) => Places(Decimal(seconds), 3);

    /// <summary>Returns a number with so many places.</summary>
    public static string Places(decimal value, int places) => decimal.Round(value, places).ToString("F" + places, CultureInfo.InvariantCulture);

    /// <summary>Returns a whole number.</summary>
    public static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns an exact number to 28 digits.</summary>
    public static decimal Decimal(Rational value) => (decimal)value.Numerator / value.Denominator;
}
