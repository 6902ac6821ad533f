using System.Globalization;
using VideoIndex.Brands;
using VideoIndex.Interchange.Csv;

namespace VideoIndex.Interchange.Brands;

/// <summary>
/// Reads a list of brands from a table: the columns <c>brand</c>, <c>file</c> and, if there is one, <c>logo</c>; every other
/// column is an attribute of the brand, by its heading.
/// </summary>
public static class BrandListFile
{
    /// <summary>The most bytes of a table: 10 MB.</summary>
    public const int MostBytes = 10_000_000;

    private const string Brand = "brand", File = "file", Logo = "logo";

    /// <summary>Reads a table.</summary>
    /// <param name="bytes">The file, in UTF-8.</param>
    /// <param name="folder">The folder its pictures are named from.</param>
    /// <exception cref="BrandException"><c>bad-list</c>: it is no such table. What is wrong with one line alone is among the list's complaints.</exception>
    public static BrandList Read(byte[] bytes, string folder)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            return Read(CsvTable.Read(bytes), folder);
        }
        catch (FormatException bad)
        {
            throw Bad(bad.Message);
        }
    }

    private static BrandList Read(IReadOnlyList<CsvRecord> records, string folder)
    {
        var headings = records is [var first, ..] ? [.. first.Fields.Select(heading => heading.Trim())] : new List<string>();
        CheckHeadings(headings);
        var (entries, complaints) = (new List<BrandEntry>(), new List<BrandComplaint>());
        foreach (var record in records.Skip(1))
        {
            if (ComplaintOf(record, headings) is { } complaint)
            {
                complaints.Add(complaint);
            }
            else
            {
                entries.Add(EntryOf(record, headings, folder));
            }
        }

        return new BrandList(entries, complaints);
    }

    private static void CheckHeadings(List<string> headings)
    {
        foreach (var needed in (string[])[Brand, File])
        {
            if (!headings.Exists(heading => Is(heading, needed)))
            {
                throw Bad($"line 1: there is no column '{needed}'. The columns are brand, logo, file, and attributes by their names.");
            }
        }

        if (headings.GroupBy(heading => heading, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw Bad(twice.Key == "" ? "line 1: two columns have no heading." : $"line 1: there are two columns '{twice.Key}'.");
        }
    }

    private static BrandComplaint? ComplaintOf(CsvRecord record, List<string> headings)
    {
        var where = Where(record);
        if (record.Fields.Count != headings.Count)
        {
            return new BrandComplaint(where, "bad-line", $"There are {record.Fields.Count} fields where the first line has {headings.Count}.");
        }

        return record.Fields[headings.FindIndex(heading => Is(heading, Brand))] == "" ? new BrandComplaint(where, "bad-line", "The brand is not named.") : null;
    }

    private static BrandEntry EntryOf(CsvRecord record, List<string> headings, string folder)
    {
        var file = Field(File);
        return new BrandEntry(
            Where(record),
            Field(Brand),
            Field(Logo) is { Length: > 0 } logo ? logo : BrandName.MainLogo,
            file == "" ? null : Path.GetFullPath(Path.Combine(folder, file)),
            headings.Zip(record.Fields)
                .Where(pair => pair.First != "" && pair.Second != "" && !Is(pair.First, Brand) && !Is(pair.First, Logo) && !Is(pair.First, File))
                .ToDictionary(pair => pair.First, pair => pair.Second));

        string Field(string name) => headings.FindIndex(heading => Is(heading, name)) is >= 0 and var at ? record.Fields[at] : "";
    }

    private static bool Is(string heading, string name) => heading.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Where(CsvRecord record) => string.Create(CultureInfo.InvariantCulture, $"line {record.Line}");

    private static BrandException Bad(string why) => new("bad-list", $"The list cannot be read: {why}");
}
