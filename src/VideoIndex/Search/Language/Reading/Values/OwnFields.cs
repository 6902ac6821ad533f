using VideoIndex.Metadata;
using VideoIndex.Search.Conditions;
using VideoIndex.Timing;

namespace VideoIndex.Search.Language.Reading.Values;

/// <summary>Reads the values of the fields people defined.</summary>
internal static class OwnFields
{
    /// <summary>Reads the value that stands here.</summary>
    public static Clause Read(FieldDefinition field, ValueScanner values) => field.Type switch
    {
        FieldType.Number => ReadNumber(field, values),
        FieldType.Date => ReadDate(field, values),
        FieldType.Text => values.ReadAny(value => Test(field, Comparison.Exactly, new FieldValue(value.Text, null, null))),
        _ => values.ReadAny(value => Choice(field, value)),
    };

    private static VideoClause Choice(FieldDefinition field, TypedValue value)
    {
        return field.Choice(value.Text) is { } known
            ? Test(field, Comparison.Exactly, new FieldValue(known, null, null))
            : throw ValueScanner.Bad(value, $"{field.Name}: is never '{TypedText.Shown(value.Text)}'.{ValueScanner.Hint(value.Text, field.Choices)} The choices are {string.Join(", ", field.Choices)}.");
    }

    private static Clause ReadNumber(FieldDefinition field, ValueScanner values)
    {
        var comparison = values.ReadComparison();
        var value = values.Read();
        var (first, last) = VideoFields.Range(value.Text);
        if (Number(field, first) is not { } from || Number(field, last) is not { } to || to < from || (first != last && comparison is not null))
        {
            throw ValueScanner.Bad(value, $"{field.Name}: is followed by a number: {field.Name}:3, {field.Name}:>=2.5, {field.Name}:1..4.");
        }

        return first == last
            ? Test(field, comparison ?? Comparison.Exactly, new FieldValue(null, from, null))
            : new AndClause([Test(field, Comparison.AtLeast, new FieldValue(null, from, null)), Test(field, Comparison.AtMost, new FieldValue(null, to, null))]);
    }

    private static Rational? Number(FieldDefinition field, string text)
    {
        try
        {
            return FieldValues.Read(field, text).Number;
        }
        catch (FactException)
        {
            return null;
        }
    }

    // A month and a year are the days from their first to their last.
    private static Clause ReadDate(FieldDefinition field, ValueScanner values)
    {
        var comparison = values.ReadComparison();
        var value = values.Read();
        var (first, last) = VideoFields.Range(value.Text);
        if (TypedNumbers.Days(first) is not var (from, until) || TypedNumbers.Days(last) is not var (start, end) || start < from || (first != last && comparison is not null))
        {
            throw ValueScanner.Bad(value, $"{field.Name}: is followed by a day, a month or a year: {field.Name}:2026-03-09, {field.Name}:>=2026-03, {field.Name}:2026-01..2026-03.");
        }

        var (firstDay, lastDay) = (from, end.AddDays(-1));
        return comparison switch
        {
            Comparison.Less or Comparison.AtLeast => Day(field, comparison.Value, firstDay),
            Comparison.More or Comparison.AtMost => Day(field, comparison.Value, lastDay),
            _ when firstDay == lastDay => Day(field, Comparison.Exactly, firstDay),
            _ => new AndClause([Day(field, Comparison.AtLeast, firstDay), Day(field, Comparison.AtMost, lastDay)]),
        };
    }

    private static VideoClause Day(FieldDefinition field, Comparison comparison, DateOnly day) => Test(field, comparison, new FieldValue(null, null, day));

    private static VideoClause Test(FieldDefinition field, Comparison comparison, FieldValue value) => new(new FieldTest(field, comparison, value));
}
