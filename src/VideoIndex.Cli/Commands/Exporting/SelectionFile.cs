using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting.Selections;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Exporting;

/// <summary>Reads a selection somebody made: what a search answered, or an earlier export, with what was struck out gone.</summary>
internal static class SelectionFile
{
    private const string StandardInput = "-";
    private const int LargestFile = 256_000_000; // bytes; about half a million moments with their evidence

    /// <summary>Returns the moments of the file that are of videos of the library.</summary>
    /// <param name="path">The file; <c>-</c> for standard input.</param>
    /// <param name="videos">The videos that are meant; empty for all.</param>
    /// <param name="gatherer">What puts the rest beside them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CommandException">It cannot be read.</exception>
    public static async Task<ExportSheet> TakeAsync(string path, IReadOnlyList<Video> videos, Gatherer gatherer, CancellationToken cancellationToken)
    {
        var selection = SelectionJson.Read(await ReadAsync(path, cancellationToken).ConfigureAwait(false));
        var found = await VideosAsync(selection, gatherer.Library, cancellationToken).ConfigureAwait(false);
        var known = selection.Moments.Where(one => found[NameOf(one)] is not null).Select(one => (Video: found[NameOf(one)]!, one.Moment)).ToList();
        var meant = known.Where(one => videos is [] || videos.Any(video => video.Id == one.Video.Id)).ToList();
        var inside = meant.Where(one => one.Moment.Span.Overlaps(one.Video.Extent) || one.Video.Extent.Contains(one.Moment.Span.Start)).ToList();
        var notes = new List<string>();
        Note(selection.Moments.Count - known.Count, "of a video that is not in this library");
        Note(meant.Count - inside.Count, "outside its video");
        Note(inside.Count - gatherer.Limit, "more than were asked for");
        var chosen = inside.Take(gatherer.Limit).GroupBy(one => one.Video.Id).Select(group => (group.Key, (IReadOnlyList<ExportMoment>)[.. group.Select(one => one.Moment)]));
        return await gatherer.SheetAsync(selection.Title ?? "Selection", chosen, notes, cancellationToken).ConfigureAwait(false);

        void Note(int count, string why)
        {
            if (count > 0)
            {
                notes.Add(count == 1 ? $"1 moment is {why}; it was left out." : $"{count} moments are {why}; they were left out.");
            }
        }
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (path == StandardInput)
        {
            return await Console.In.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }

        var file = new FileInfo(path == "" ? "." : path);
        return file switch
        {
            { Exists: false } => throw new CommandException(ExitCodes.NotFound, "no-such-file", $"There is no file '{path}'."),
            { Length: > LargestFile } => throw new CommandException(ExitCodes.NotOk, "bad-selection", $"'{path}' is larger than {LargestFile / 1_000_000} MB, and no selection."),
            _ => await File.ReadAllTextAsync(file.FullName, cancellationToken).ConfigureAwait(false),
        };
    }

    // By id where the file has one; a library made anew elsewhere knows videos by the same ids.
    private static async Task<Dictionary<string, Video?>> VideosAsync(Selection selection, LibraryHost library, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Video?>();
        foreach (var one in selection.Moments.DistinctBy(NameOf))
        {
            var byId = one.Video is { } id ? await library.Catalog.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
            var byPath = byId is null && one.Video is null ? await library.Catalog.ResolveAsync(one.Path!, cancellationToken).ConfigureAwait(false) : [];
            found[NameOf(one)] = byId ?? (byPath is [var only, ..] ? only : null);
        }

        return found;
    }

    private static string NameOf(SelectedMoment one) => one.Video?.ToString() ?? one.Path!;
}
