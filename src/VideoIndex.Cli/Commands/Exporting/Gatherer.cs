using VideoIndex.Exporting;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Exporting;

/// <summary>Makes a sheet of moments: puts what the library knows of their videos beside them.</summary>
internal sealed record Gatherer(LibraryHost Library, int Limit)
{
    /// <summary>Returns the sheet. A video that was removed meanwhile is left out.</summary>
    public async Task<ExportSheet> SheetAsync(
        string title, IEnumerable<(VideoId Video, IReadOnlyList<ExportMoment> Moments)> chosen, IEnumerable<string> notes, CancellationToken cancellationToken)
    {
        var videos = new List<ExportedVideo>();
        foreach (var (id, moments) in chosen)
        {
            if (await Library.Catalog.ReadAsync(id, cancellationToken).ConfigureAwait(false) is { } contents)
            {
                videos.Add(new ExportedVideo(contents, moments)
                {
                    Facts = await Library.Facts.ReadAsync(id, cancellationToken).ConfigureAwait(false),
                    Reviews = await Library.Reviews.ReadAsync(id, cancellationToken).ConfigureAwait(false),
                    Imports = await Library.Imports.ListAsync(id, cancellationToken).ConfigureAwait(false),
                });
            }
        }

        return new ExportSheet(title, videos) { Notes = [.. notes] };
    }
}
