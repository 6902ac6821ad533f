using System.Text;

namespace VideoIndex.Interchange.Tests.Exactness.Readers;

/// <summary>Reads comma-separated values by RFC 4180.</summary>
internal static class CsvFile
{
    /// <summary>Returns the fields of each line; every line has to have as many as the first.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var (table, line, field, quoted) = (new List<IReadOnlyList<string>>(), new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            if (quoted)
            {
                Assert.True(text[at] != '"' || at + 1 == text.Length || text[at + 1] is '"' or ',' or '\r', $"A quote stands alone in a quoted field: {text[at..Math.Min(text.Length, at + 40)]}");
                if (text[at] != '"')
                {
                    field.Append(text[at]);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    field.Append(text[at++]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (text[at] == '"')
            {
                Assert.True(field.Length == 0, "A quote stands inside a field that does not begin with one.");
                quoted = true;
            }
            else if (text[at] is ',' or '\r')
            {
                line.Add(field.ToString());
                field.Clear();
                if (text[at] == '\r')
                {
                    Assert.True(at + 1 < text.Length && text[at + 1] == '\n', "A line ends in half a line end.");
                    at++;
                    table.Add(line);
                    line = [];
                }
            }
            else
            {
                Assert.NotEqual('\n', text[at]);
                field.Append(text[at]);
            }
        }

        Assert.True(!quoted && line.Count == 0 && field.Length == 0, "The last line is not ended.");
        Assert.All(table, one => Assert.Equal(table[0].Count, one.Count));
        return table;
    }

    /// <summary>Returns the lines after the first as what the first calls their fields.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string text)
    {
        var table = Read(text);
        return table.Skip(1).Select(line => table[0].Zip(line).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}
