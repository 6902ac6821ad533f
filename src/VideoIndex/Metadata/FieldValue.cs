using VideoIndex.Search;
using VideoIndex.Search.Conditions;
using VideoIndex.Timing;

namespace VideoIndex.Metadata;

/// <summary>A value of a field: exactly one of the three is set.</summary>
/// <param name="Text">Words, or a choice.</param>
/// <param name="Number">A number.</param>
/// <param name="Date">A day.</param>
public sealed record FieldValue(string? Text, Rational? Number, DateOnly? Date)
{
    /// <summary>Returns whether a value compares as asked with another one. Of text, the words asked for must stand in it; a choice must be the one.</summary>
    public bool Keeps(Comparison comparison, FieldValue asked, FieldType type) => (this, asked) switch
    {
        ({ Number: { } number }, { Number: { } limit }) => new Limit(comparison, limit).Admits(number),
        ({ Date: { } day }, { Date: { } limit }) => new Limit(comparison, new Rational(limit.DayNumber, 1)).Admits(new Rational(day.DayNumber, 1)),
        ({ Text: { } text }, { Text: { } words }) when type == FieldType.Text => $" {FieldText.Folded(text)} ".Contains($" {FieldText.Folded(words)} ", StringComparison.Ordinal),
        ({ Text: { } text }, { Text: { } words }) => FieldText.Folded(text) == FieldText.Folded(words),
        _ => false,
    };
}

/// <summary>How names and values are compared: by their words alone.</summary>
public static class FieldText
{
    /// <summary>Returns the words of a text, folded, with single spaces between them.</summary>
    public static string Folded(string text) => string.Join(' ', Words.In(text).Select(word => word.Folded));
}
