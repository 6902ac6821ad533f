using System.Text;

namespace VideoIndex.Interchange.Csv;

/// <summary>One record of a table.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Fields">Its fields, without quotes.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Fields);

/// <summary>Reads tables of comma-separated values (RFC 4180), and those a spreadsheet writes with semicolons or tabs. Pure.</summary>
internal static class CsvTable
{
    /// <summary>Reads a table from a file's bytes.</summary>
    /// <exception cref="FormatException">It is no text in UTF-8, or a quote is not closed.</exception>
    public static IReadOnlyList<CsvRecord> Read(byte[] bytes)
    {
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal) ? throw new FormatException("it is no text.") : Read(text.ReplaceLineEndings("\n"));
        }
        catch (ArgumentException)
        {
            throw new FormatException("it is not written in UTF-8: save it as \"CSV UTF-8\".");
        }
    }

    /// <summary>Reads a table. The first line tells what separates fields: of comma, semicolon and tab the one it holds most of.</summary>
    /// <returns>The records; blank lines are none.</returns>
    /// <exception cref="FormatException">A quote is not closed; the message tells the line it was opened on.</exception>
    public static IReadOnlyList<CsvRecord> Read(string text) => Read(text, isExact: false);

    /// <summary>Reads a table whose fields are meant to the letter: spaces at their ends stay, and line ends inside quotes are what they were.</summary>
    /// <returns>The records; blank lines are none.</returns>
    /// <exception cref="FormatException">A quote is not closed; the message tells the line it was opened on.</exception>
    public static IReadOnlyList<CsvRecord> ReadExactly(string text) => Read(text.TrimStart('\uFEFF'), isExact: true);

    private static List<CsvRecord> Read(string text, bool isExact)
    {
        var first = text.Split('\n')[0];
        var separator = ",;\t".MaxBy(letter => first.Count(one => one == letter));
        var (records, fields, field) = (new List<CsvRecord>(), new List<string>(), new StringBuilder());
        var (line, begun, opened) = (1, 1, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            line += letter == '\n' ? 1 : 0;
            if (opened > 0 && letter == '"' && at + 1 < text.Length && text[at + 1] == '"')
            {
                field.Append(text[++at]);
            }
            else if (letter == '"' && (opened > 0 || field.Length == 0))
            {
                opened = opened > 0 ? 0 : line;
            }
            else if (opened == 0 && letter == separator)
            {
                End();
            }
            else if (opened == 0 && letter == '\r' && isExact && at + 1 < text.Length && text[at + 1] == '\n')
            {
                continue; // the end of a record is told by what follows
            }
            else if (opened == 0 && letter == '\n')
            {
                EndRecord();
                begun = line;
            }
            else
            {
                field.Append(letter);
            }
        }

        if (opened > 0)
        {
            throw new FormatException($"line {opened}: a quote is opened and not closed.");
        }

        EndRecord();
        return records;

        void End()
        {
            fields.Add(isExact ? field.ToString() : field.ToString().Trim());
            field.Clear();
        }

        void EndRecord()
        {
            End();
            if (fields.Exists(one => !string.IsNullOrWhiteSpace(one)))
            {
                records.Add(new CsvRecord(begun, [.. fields]));
            }

            fields.Clear();
        }
    }
}
