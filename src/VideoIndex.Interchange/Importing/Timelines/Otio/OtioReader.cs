using System.Text.Json;

namespace VideoIndex.Interchange.Importing.Timelines.Otio;

/// <summary>
/// Reads OpenTimelineIO: the marks on clips of the video, and on tracks and stacks where a clip of it plays. Where there is no mark, the clips themselves.
/// </summary>
internal sealed class OtioReader : IImportReader
{
    private const int DeepestNesting = 500;

    /// <inheritdoc/>
    public string Name => "otio";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => [".otio"];

    /// <inheritdoc/>
    public bool Recognises(string text) => text.AsSpan(0, Math.Min(text.Length, 4096)).Contains("\"OTIO_SCHEMA\"", StringComparison.Ordinal);

    /// <inheritdoc/>
    public ImportReading Read(string text, ImportOrder order)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(order);
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = DeepestNesting });
            return OtioValue.Schema(document.RootElement) == ""
                ? throw new ImportException("bad-import", $"'{order.FileName}' is no OpenTimelineIO file: it names no schema.")
                : Read(OtioItem.Of(document.RootElement, order.Rate), order);
        }
        catch (JsonException)
        {
            throw new ImportException("bad-import", $"'{order.FileName}' is no OpenTimelineIO file: it is not well-formed JSON.");
        }
    }

    private static ImportReading Read(OtioItem root, ImportOrder order)
    {
        var tags = new OtioTags(order);
        var found = new OtioFinds(root, order, tags);
        found.TakeMarks();
        if (!tags.HasAny)
        {
            found.TakeClips();
        }

        return tags.ToReading();
    }
}
