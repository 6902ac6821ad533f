namespace VideoIndex.Cli.Output.Json.Exporting;

/// <summary>What an export wrote.</summary>
internal sealed record ExportedShape
{
    public ExportedShape(string format, IEnumerable<(string Path, int Moments)> files, IReadOnlyList<string> notes) =>
        (Format, Files, Notes) = (format, [.. files.Select(file => new ExportedFileShape(file.Path, file.Moments))], notes);

    public string Format { get; }

    public IReadOnlyList<ExportedFileShape> Files { get; }

    public IReadOnlyList<string> Notes { get; }
}

internal sealed record ExportedFileShape(string Path, int Moments);

internal sealed record ExportFormatsShape(IReadOnlyList<ExportFormatShape> Formats);

internal sealed record ExportFormatShape(string Name, string Title, IReadOnlyList<string> Endings);
