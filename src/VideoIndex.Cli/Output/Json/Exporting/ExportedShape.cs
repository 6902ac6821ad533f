using System.Text.Json.Serialization;
using VideoIndex.Cli.Commands.Exporting.Media;

namespace VideoIndex.Cli.Output.Json.Exporting;

/// <summary>What an export wrote.</summary>
internal sealed record ExportedShape
{
    public ExportedShape(string format, IEnumerable<(string Path, int Moments)> files, IReadOnlyList<string> notes) =>
        (Format, Files, Notes) = (format, [.. files.Select(file => new ExportedFileShape(file.Path, file.Moments))], notes);

    public string Format { get; }

    public IReadOnlyList<ExportedFileShape> Files { get; }

    public IReadOnlyList<string> Notes { get; }

    /// <summary>Gets what could not be made while the rest was; left out where all was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FailedShape>? Failures { get; init; }
}

internal sealed record FailedShape(string What, string Code, string Sentence)
{
    public static IReadOnlyList<FailedShape>? Of(IReadOnlyList<Trouble> troubles) =>
        troubles is [] ? null : [.. troubles.Select(trouble => new FailedShape(trouble.What, trouble.Code, trouble.Sentence))];
}

internal sealed record ExportedFileShape(string Path, int Moments);

internal sealed record ExportFormatsShape(IReadOnlyList<ExportFormatShape> Formats);

internal sealed record ExportFormatShape(string Name, string Title, IReadOnlyList<string> Endings);
