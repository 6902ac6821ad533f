using VideoIndex.Interchange.Csv;

namespace VideoIndex.Interchange.Importing.Tables.Markers;

/// <summary>One line of a list of markers.</summary>
/// <param name="Columns">The table's columns.</param>
/// <param name="Record">Its fields.</param>
internal sealed record MarkerRow(MarkerColumns Columns, CsvRecord Record)
{
    /// <summary>Gets which line of the file it begins on, from 1.</summary>
    public int Line => Record.Line;

    /// <summary>Returns the first value of a kind that is not empty; null where there is none.</summary>
    public string? Value(MarkerColumnKind kind) => Columns.Of(kind).Select(Value).FirstOrDefault(value => value != "");

    /// <summary>Returns the value of a column of our own tables; empty where there is none.</summary>
    public string Own(string heading) => Columns.All.FirstOrDefault(column => column.Heading == heading && column.Kind == MarkerColumnKind.Own) is { } column ? Value(column) : "";

    /// <summary>Returns the value of a column: of our own tables to the letter, of others without the spaces around it.</summary>
    public string Value(MarkerColumn column)
    {
        var field = Record.Fields.ElementAtOrDefault(column.At) ?? "";
        return Columns.IsOwn ? CsvText.Plain(field) : field.Trim();
    }
}
