using VideoIndex.Interchange.Sidecars;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Sidecars;

/// <summary>Where side-cars are written: in one folder by the videos' ids, or each beside its video by its name.</summary>
internal sealed class SidecarPlace
{
    /// <summary>The folder inside the library that is written to when no other is named.</summary>
    public const string Folder = "sidecars";

    private readonly string? _folder;
    private readonly string _library;
    private readonly HashSet<VideoId> _second = [];

    private SidecarPlace(string? folder, string library) => (_folder, _library) = (folder, library);

    /// <summary>Chooses where side-cars go.</summary>
    /// <param name="library">The library. Of several videos that were found at one path, the latest has the plain name beside it.</param>
    /// <param name="folder">The folder, absolute; null for beside the videos.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<SidecarPlace> InAsync(LibraryHost library, string? folder, CancellationToken cancellationToken)
    {
        var place = new SidecarPlace(folder, library.Folder.Root);
        foreach (var same in (await library.Catalog.ListAsync(cancellationToken).ConfigureAwait(false)).GroupBy(video => video.Path))
        {
            place._second.UnionWith(same.OrderByDescending(video => video.Modified).ThenByDescending(video => video.Added).ThenBy(video => video.Id).Skip(1).Select(video => video.Id));
        }

        return place;
    }

    /// <summary>Returns the path of a video's side-car.</summary>
    public string Of(Video video) => _folder is not null
        ? Path.Combine(_folder, video.Id + SidecarFile.Ending)
        : video.Path + (_second.Contains(video.Id) ? $".{video.Id.ToString()[..8]}" : "") + SidecarFile.Ending;

    /// <summary>Returns the path of the side-car of what is not of one video: beside the library, where videos have theirs beside them.</summary>
    public string OfLibrary() => Path.Combine(_folder ?? _library, SidecarFile.LibraryName);
}
