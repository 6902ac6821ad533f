using System.Globalization;
using VideoIndex.Brands;
using VideoIndex.Timing;

namespace VideoIndex.Metadata;

/// <summary>Reads the values of fields as people type them, and writes them so that they read back the same. Pure.</summary>
public static class FieldValues
{
    /// <summary>The most characters (UTF-16 units) of a text.</summary>
    public const int LongestText = 2000;

    /// <summary>The most digits of a number.</summary>
    public const int MostDigits = 18;

    private const string Day = "yyyy-MM-dd";
    private const string Decimal = "0.##################";
    private static readonly char[] BetweenChoices = [',', ';'];

    /// <summary>Reads what stands after the equals sign or in a cell: one value; of several choices, those between commas or semicolons.</summary>
    /// <returns>The values; none where there is nothing but blanks.</returns>
    /// <exception cref="FactException">It is no value of the field.</exception>
    public static IReadOnlyList<FieldValue> ReadAll(FieldDefinition field, string typed)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(typed);
        var parts = field.Type == FieldType.MultiChoice ? typed.Split(BetweenChoices) : [typed];
        var values = parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => Read(field, part)).Distinct();
        return field.Type == FieldType.MultiChoice ? [.. values.OrderBy(value => IndexOf(field, value.Text!))] : [.. values];
    }

    /// <summary>Reads one value.</summary>
    /// <exception cref="FactException"><c>bad-value</c>: it is no value of the type; <c>no-such-choice</c>: it is none of the choices.</exception>
    public static FieldValue Read(FieldDefinition field, string typed)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(typed);
        var text = typed.Trim();
        return field.Type switch
        {
            FieldType.Number => new FieldValue(null, ReadNumber(field.Name, text), null),
            FieldType.Date => new FieldValue(null, null, ReadDate(field.Name, text)),
            FieldType.Text => new FieldValue(ReadText(field.Name, text), null, null),
            _ => new FieldValue(ReadChoice(field, text), null, null),
        };
    }

    /// <summary>Writes one value: words as they are, <c>12.5</c>, <c>2026-11-21</c>.</summary>
    public static string Write(FieldValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value switch
        {
            { Number: { } number } => ((decimal)number.Numerator / number.Denominator).ToString(Decimal, CultureInfo.InvariantCulture),
            { Date: { } date } => date.ToString(Day, CultureInfo.InvariantCulture),
            _ => value.Text ?? "",
        };
    }

    /// <summary>Writes all values of a field, with a comma between them.</summary>
    public static string WriteAll(IEnumerable<FieldValue> values) => string.Join(", ", values.Select(Write));

    private static string ReadText(string field, string text) => text switch
    {
        "" => throw new FactException("bad-value", $"{field} takes words, and there are none."),
        { Length: > LongestText } => throw new FactException("bad-value", $"{field} takes at most {LongestText} characters, and these are {text.Length}."),
        _ when text.EnumerateRunes().Any(BrandName.IsUnseen) => throw new FactException("bad-value", $"{field} takes words, and these hold a character that cannot be shown."),
        _ => text,
    };

    // Digits, and perhaps a point between them: what any number of them is, is exact.
    private static Rational ReadNumber(string field, string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        var isPlain = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && digits > 0 && text.All(letter => char.IsAsciiDigit(letter) || letter is '.' or '-' or '+');
        if (!isPlain || digits > MostDigits)
        {
            throw new FactException("bad-value", $"{field} takes a number such as 12 or -3.5, of {MostDigits} digits at most, not '{Shown(text)}'.");
        }

        var scale = Enumerable.Repeat(10L, number.Scale).Aggregate(1L, (product, ten) => product * ten);
        return new Rational((long)(number * scale), scale);
    }

    private static DateOnly ReadDate(string field, string text) => DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : throw new FactException("bad-value", $"{field} takes a day such as 2026-11-21, not '{Shown(text)}'.");

    private static string ReadChoice(FieldDefinition field, string text) => field.Choice(text) is { } choice && text != ""
        ? choice
        : throw new FactException("no-such-choice", $"{field.Name} takes {(field.Type == FieldType.MultiChoice ? "any" : "one")} of {string.Join(", ", field.Choices)}; '{Shown(text)}' is none of them.");

    private static int IndexOf(FieldDefinition field, string choice) => field.Choices.Index().First(one => one.Item == choice).Index;

    private static string Shown(string text) => text.Length <= 60 ? text : $"{text[..59]}…";
}
