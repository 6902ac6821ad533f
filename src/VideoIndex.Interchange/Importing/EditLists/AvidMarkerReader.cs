using System.Globalization;
using VideoIndex.Interchange.Exporting.EditLists;

namespace VideoIndex.Interchange.Importing.EditLists;

/// <summary>Reads the markers Avid Media Composer exports as text: who, label, track, colour, comment and, in newer versions, length in frames.</summary>
internal sealed class AvidMarkerReader : IImportReader
{
    /// <inheritdoc/>
    public string Name => "avid-markers";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => [".txt"];

    /// <inheritdoc/>
    public bool Recognises(string text) => Lines(text).Take(50).Any(line => IsMarker(line.Fields));

    /// <inheritdoc/>
    public ImportReading Read(string text, ImportOrder order)
    {
        List<(int Number, string[] Fields)> lines = [.. Lines(text)];
        if (!lines.Exists(line => IsMarker(line.Fields)))
        {
            throw new ImportException("bad-import", $"'{order.FileName}' has no marker of Avid's: a line is who, timecode, track, colour and comment, with tabs between them.");
        }

        var complaints = new Complaints();
        var clock = ListClock.Of(order, lines.Exists(line => IsMarker(line.Fields) && line.Fields[1][8] == ';'), complaints);
        var markers = new MarkerList(order, clock, complaints);
        foreach (var (number, fields) in lines)
        {
            var where = $"line {number.ToString(CultureInfo.InvariantCulture)}";
            if (!IsMarker(fields))
            {
                complaints.Say("lines are no markers and were left out", $"{where} is no marker and was left out.");
                continue;
            }

            var frames = fields.Length > 5 && long.TryParse(fields[5], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1;
            var colour = fields.Length > 7 && fields[7].Trim() != "" ? fields[7] : fields[3];
            var (name, note) = Divided(fields[0], fields[4]);
            markers.Add(where, fields[1], frames, name, note, colour.Trim() == "" ? null : colour.Trim());
        }

        return markers.Read();
    }

    private static IEnumerable<(int Number, string[] Fields)> Lines(string text) =>
        text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Select((line, at) => (at + 1, line.Split('\t'))).Where(line => line.Item2.Any(field => field.Trim() != ""));

    private static bool IsMarker(string[] fields) => fields.Length >= 5 && EdlLines.IsLabel(fields[1]);

    // What we wrote has the facts in brackets behind the name; what others wrote is taken as it stands.
    private static (string Name, string? Note) Divided(string author, string comment)
    {
        var at = author == AvidMarkerWriter.Author && comment.EndsWith(']') ? comment.LastIndexOf(" [", StringComparison.Ordinal) : -1;
        return at < 0 ? (comment, null) : (comment[..at], comment[(at + 2)..^1]);
    }
}
