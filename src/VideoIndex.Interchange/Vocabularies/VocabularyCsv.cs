using System.Text;
using VideoIndex.Interchange.Csv;
using VideoIndex.Vocabularies;

namespace VideoIndex.Interchange.Vocabularies;

/// <summary>A vocabulary as a table of comma-separated values (RFC 4180): a line for each statement.</summary>
/// <remarks>
/// A text that begins like a formula (<c>= + - @</c>) is written with an apostrophe before it, so that no spreadsheet reckons with it; one that begins with apostrophes
/// and then like a formula gets one more. Reading takes one away, so what was written is read as it was.
/// </remarks>
public static class VocabularyCsv
{
    /// <summary>The columns, as <see cref="VocabularyStatement"/> has them.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["concept", "kind", "language", "text"];

    /// <summary>Returns the table of a vocabulary.</summary>
    public static string Write(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var table = new StringBuilder().AppendJoin(',', Columns).Append("\r\n");
        foreach (var one in vocabulary.Statements)
        {
            table.AppendJoin(',', ((string[])[one.Concept, one.Kind, one.Language, one.Text]).Select(CsvText.Guarded)).Append("\r\n");
        }

        return table.ToString();
    }

    /// <summary>Reads a table. The columns may stand in any order; others are refused.</summary>
    /// <exception cref="VocabularyException"><c>bad-vocabulary-file</c>: it is no such table.</exception>
    public static IReadOnlyList<VocabularyStatement> Read(string text)
    {
        var records = Records(text);
        List<string> headings = [.. records.Take(1).SelectMany(first => first.Fields).Select(heading => heading.ToLowerInvariant())];
        if (headings.FirstOrDefault(heading => heading != "" && !Columns.Contains(heading)) is { } unknown)
        {
            throw VocabularyFile.Bad($"there is no column '{(unknown.Length > 40 ? unknown[..40] : unknown)}'. The columns are {string.Join(", ", Columns)}.");
        }

        if (Columns.FirstOrDefault(column => headings.Count(heading => heading == column) != 1) is { } missing)
        {
            throw VocabularyFile.Bad($"it needs one column '{missing}'. The columns are {string.Join(", ", Columns)}.");
        }

        return [.. records.Skip(1).Select(record => new VocabularyStatement(Field(record, "concept"), Field(record, "kind"), Field(record, "language"), Field(record, "text")))];

        string Field(CsvRecord record, string column) =>
            record.Fields.ElementAtOrDefault(headings.IndexOf(column)) is { } field ? CsvText.Plain(field) : throw VocabularyFile.Bad($"line {record.Line} has too few fields.");
    }

    private static IReadOnlyList<CsvRecord> Records(string text)
    {
        try
        {
            return CsvTable.Read(text.ReplaceLineEndings("\n"));
        }
        catch (FormatException unclosed)
        {
            throw VocabularyFile.Bad(unclosed.Message);
        }
    }
}
