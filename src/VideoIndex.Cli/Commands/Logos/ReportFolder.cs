using VideoIndex.Interchange.Exposure;
using VideoIndex.Interchange.Exposure.Html;
using VideoIndex.Pipeline.Logos;

namespace VideoIndex.Cli.Commands.Logos;

/// <summary>Writes a report as a folder of files: the page, and the tables it is made of.</summary>
internal static class ReportFolder
{
    /// <summary>Writes the files; what was there under their names is replaced.</summary>
    /// <param name="folder">Where; made if it is not there. The files that are evidence lie there already.</param>
    /// <param name="group">The group the report is about; null for all brands.</param>
    /// <param name="made">The report.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static async Task WriteAsync(string folder, string? group, MadeReport made, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        (string Name, string Text)[] files =
        [
            ("appearances.csv", ExposureCsv.Appearances(made.Report)),
            ("brands.csv", ExposureCsv.Brands(made.Report)),
            ("mentions.csv", ExposureCsv.Mentions(made.Basis.Mentions)),
            ("report.html", new SponsorPage(group, made.Report, made.Basis, made.Notes).Write(path => Read(Path.Combine(folder, path)))),
        ];
        foreach (var (name, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellationToken).ConfigureAwait(false);
        }
    }

    // A picture that cannot be read is linked to, like one that is not held in the page.
    private static byte[]? Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
