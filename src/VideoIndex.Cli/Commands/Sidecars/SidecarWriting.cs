using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Sidecars;
using VideoIndex.Interchange.Sidecars;
using VideoIndex.Pipeline.Library;
using VideoIndex.Sidecars;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Sidecars;

/// <summary>Writes side-cars to the disk, whole or not at all. One that cannot be written does not stop the rest.</summary>
/// <param name="library">The library.</param>
/// <param name="place">Where they go.</param>
/// <param name="withEvidence">Whether keypoints and stills are put in.</param>
/// <param name="withPictures">Whether pictures of keyframes are put in.</param>
internal sealed class SidecarWriting(LibraryHost library, SidecarPlace place, bool withEvidence, bool withPictures)
{
    /// <summary>Writes the side-car of a video.</summary>
    public async Task<WrittenShape> WriteAsync(Video video, CancellationToken cancellationToken)
    {
        var path = place.Of(video);
        return await WriteAsync(path, VideoName.Of(video), await BytesAsync(video.Id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the side-car of what is not of one video.</summary>
    public async Task<WrittenShape> WriteLibraryAsync(CancellationToken cancellationToken)
    {
        var known = await library.Sidecars.ReadLibraryAsync(cancellationToken).ConfigureAwait(false);
        var pictures = known.Brands.SelectMany(brand => brand.Brand.Logos).SelectMany(logo => logo.Examples).Select(example => example.Picture.Place)
            .SelectMany(original => (string[])[original, Path.ChangeExtension(original, ".picture")]).Distinct();
        var bytes = SidecarFile.Write(known with { Files = await FilesAsync(pictures, cancellationToken).ConfigureAwait(false) });
        return await WriteAsync(place.OfLibrary(), null, bytes, cancellationToken).ConfigureAwait(false);
    }

    private async Task<byte[]?> BytesAsync(VideoId id, CancellationToken cancellationToken)
    {
        if (await library.Sidecars.ReadAsync(id, cancellationToken).ConfigureAwait(false) is not { } known)
        {
            return null;
        }

        var places = new List<string>();
        places.AddRange(withPictures ? known.Contents.Shots.Select(shot => shot.Keyframe).OfType<string>().Distinct() : []);
        places.AddRange(withEvidence ? [LibraryFolder.FeaturesName(id), LibraryFolder.StillsName(id)] : []);
        var length = places.Sum(library.Folder.SizeOf);
        return length > SidecarFile.MostBytes * 2 / 3 ? [] : SidecarFile.Write(known with { Files = await FilesAsync(places, cancellationToken).ConfigureAwait(false) });
    }

    private async Task<IReadOnlyList<FileKept>> FilesAsync(IEnumerable<string> places, CancellationToken cancellationToken)
    {
        var files = new List<FileKept>();
        foreach (var kept in places.Where(kept => File.Exists(library.Folder.PathOf(kept))))
        {
            files.Add(new FileKept(kept, await File.ReadAllBytesAsync(library.Folder.PathOf(kept), cancellationToken).ConfigureAwait(false)));
        }

        return files;
    }

    private async Task<WrittenShape> WriteAsync(string path, VideoName? video, byte[]? bytes, CancellationToken cancellationToken)
    {
        try
        {
            switch (bytes)
            {
                case null:
                    return new WrittenShape(video, path, 0, false, "no-such-video", "The video was removed meanwhile.");
                case { Length: 0 or > (int)SidecarFile.MostBytes }:
                    return new WrittenShape(video, path, 0, false, "sidecar-too-large", "It would be larger than the 512 MiB a side-car may have: write it without --with-evidence, and copy the library's folders features and stills.");
                default:
                    await library.KeepFootageAsync(path, cancellationToken).ConfigureAwait(false);
                    return new WrittenShape(video, path, bytes.Length, await SidecarDisk.WriteAsync(path, bytes, cancellationToken).ConfigureAwait(false), null, null);
            }
        }
        catch (CommandException refused)
        {
            return new WrittenShape(video, path, 0, false, refused.Code, refused.Message);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new WrittenShape(video, path, 0, false, refused is IOException ? "file-error" : "no-permission", refused.Message);
        }
    }
}
