using VideoIndex.Cli.Commands.Exporting.Media;
using VideoIndex.Interchange.Exporting;

namespace VideoIndex.Cli.Commands.Exporting;

/// <summary>A format moments leave in, whoever makes it.</summary>
internal sealed record ExportFormat(string Name, string Title, IReadOnlyList<string> Endings)
{
    /// <summary>Gets what writes it; null where it is made of pictures.</summary>
    public IExportWriter? Writer { get; private init; }

    /// <summary>Gets what makes it of pictures; null where it is written.</summary>
    public IMediaExport? Media { get; private init; }

    /// <summary>Gets all of them, in the order they are listed.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        .. ExportWriters.All.Select(writer => new ExportFormat(writer.Name, writer.Title, [writer.Ending]) { Writer = writer }),
        .. MediaExports.All.Select(media => new ExportFormat(media.Name, media.Title, media.Endings) { Media = media }),
    ];

    /// <summary>Returns the one that is meant.</summary>
    /// <param name="typed">Its name; null to go by the file.</param>
    /// <param name="output">The file to write.</param>
    /// <exception cref="CommandException">None is, or several might be.</exception>
    public static ExportFormat Of(string? typed, string output)
    {
        if (typed is not null)
        {
            return All.FirstOrDefault(format => format.Name.Equals(typed, StringComparison.OrdinalIgnoreCase))
                ?? throw new CommandException(ExitCodes.Usage, "bad-format", $"There is no format '{typed}'. The formats are {string.Join(", ", All.Select(format => format.Name))}.");
        }

        var ending = Path.GetExtension(output).ToLowerInvariant();
        return All.Where(format => format.Endings.Contains(ending)).ToList() switch
        {
            [var only] => only,
            [] => throw new CommandException(ExitCodes.Usage, "bad-format", $"No format's files end in '{ending}'. Name the format with --format; --formats lists them."),
            var several => throw new CommandException(ExitCodes.Usage, "bad-format", $"Files of several formats end in {ending}: {string.Join(", ", several.Select(format => format.Name))}. Name one with --format."),
        };
    }

    /// <summary>Checks the file or folder to write.</summary>
    /// <returns>Its absolute path.</returns>
    /// <exception cref="CommandException">It cannot be this format's.</exception>
    public string Check(string output)
    {
        if (Endings is [_, ..])
        {
            return Naming.CheckOutput(output, [.. Endings]);
        }

        var whole = output == "" ? "" : Path.GetFullPath(output);
        return whole == "" || File.Exists(whole)
            ? throw new CommandException(ExitCodes.Usage, "bad-output", $"'{output}' is to be a folder, and is a file or nothing.")
            : whole;
    }
}
