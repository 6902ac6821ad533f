using System.Globalization;
using VideoIndex.Interchange.Csv;
using VideoIndex.Metadata;

namespace VideoIndex.Interchange.Facts;

/// <summary>
/// Reads values of many videos from a table: the column <c>video</c> names the video, <c>collection</c>, if there is one, the collections it is to be in, and every other
/// column is a field, by its name.
/// </summary>
public static class FactSheetFile
{
    /// <summary>The most bytes of a table: 50 MB.</summary>
    public const int MostBytes = 50_000_000;

    private const string Video = "video", Collection = "collection";

    /// <summary>Reads a table.</summary>
    /// <param name="bytes">The file, in UTF-8.</param>
    /// <param name="known">The fields there are.</param>
    /// <exception cref="FactException"><c>bad-sheet</c>: it is no such table; <c>no-such-field</c>: a column is no field. What is wrong with one line alone is among the complaints.</exception>
    public static FactSheet Read(byte[] bytes, IReadOnlyList<FieldDefinition> known)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(known);
        try
        {
            return Read(CsvTable.Read(bytes), known);
        }
        catch (FormatException bad)
        {
            throw Bad(bad.Message);
        }
    }

    private static FactSheet Read(IReadOnlyList<CsvRecord> records, IReadOnlyList<FieldDefinition> known)
    {
        var headings = records is [var first, ..] ? [.. first.Fields.Select(heading => heading.ToLowerInvariant())] : new List<string>();
        CheckHeadings(headings, known);
        var (rows, complaints) = (new List<FactRow>(), new List<FactComplaint>());
        foreach (var record in records.Skip(1))
        {
            var faults = FaultsOf(record, headings, known).Select(fault => new FactComplaint(Where(record), fault.Code, fault.Message)).ToList();
            complaints.AddRange(faults);
            rows.AddRange(faults is [] ? [RowOf(record, headings)] : []);
        }

        return new FactSheet(rows, complaints);
    }

    private static void CheckHeadings(List<string> headings, IReadOnlyList<FieldDefinition> known)
    {
        if (!headings.Contains(Video))
        {
            throw Bad("line 1: there is no column 'video'. The columns are video (an id or a path), fields by their names and, where they are to be in any, collection.");
        }

        if (headings.GroupBy(heading => heading).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw Bad(twice.Key == "" ? "line 1: two columns have no heading." : $"line 1: there are two columns '{twice.Key}'.");
        }

        foreach (var heading in headings.Where(heading => heading is not (Video or Collection or "")))
        {
            FieldRules.Find(heading, known);
        }
    }

    private static IEnumerable<FactException> FaultsOf(CsvRecord record, List<string> headings, IReadOnlyList<FieldDefinition> known)
    {
        if (record.Fields.Count != headings.Count)
        {
            return [new FactException("bad-line", $"There are {record.Fields.Count} cells where the first line has {headings.Count}.")];
        }

        var row = RowOf(record, headings);
        var unnamed = row.Video == "" ? (FactException[])[new FactException("bad-line", "The video is not named.")] : [];
        var values = row.Values.Select(value => FaultOf(() => FieldValues.ReadAll(FieldRules.Find(value.Key, known), value.Value)));
        var collections = row.Collections.Select(name => FaultOf(() => FieldRules.ReadCollection(name)));
        return unnamed.Concat(values.Concat(collections).OfType<FactException>());
    }

    private static FactRow RowOf(CsvRecord record, List<string> headings)
    {
        var cells = headings.Zip(record.Fields).Where(cell => cell.First != "" && cell.Second != "").ToDictionary(cell => cell.First, cell => cell.Second);
        return new FactRow(
            Where(record),
            cells.GetValueOrDefault(Video, ""),
            cells.Where(cell => cell.Key is not (Video or Collection)).ToDictionary(),
            cells.GetValueOrDefault(Collection, "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    private static FactException? FaultOf(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (FactException fault)
        {
            return fault;
        }
    }

    private static string Where(CsvRecord record) => string.Create(CultureInfo.InvariantCulture, $"line {record.Line}");

    private static FactException Bad(string why) => new("bad-sheet", $"The table cannot be read: {why}");
}
