using VideoIndex.Brands;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Sidecars;
using VideoIndex.Interchange.Sidecars;
using VideoIndex.Sidecars;
using VideoIndex.Sqlite;

namespace VideoIndex.Cli.Commands.Sidecars;

/// <summary>Takes side-cars in, one after the other. One that is refused does not stop the rest.</summary>
/// <param name="library">The library.</param>
/// <param name="replaces">Whether what was found in a video that is known otherwise is replaced.</param>
internal sealed class SidecarReading(LibraryHost library, bool replaces)
{
    private HashSet<(string Brand, string Logo)>? _logos;
    private HashSet<string> _alerts = [];

    /// <summary>Returns the files in the order they are taken in: what is not of one video first, then videos as they came into their library.</summary>
    public static async Task<IReadOnlyList<FoundSidecar>> InOrderAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var found = new List<FoundSidecar>();
        foreach (var file in files)
        {
            try
            {
                found.Add(new FoundSidecar(file, SidecarHead.Read(await SidecarDisk.ReadAsync(file, cancellationToken).ConfigureAwait(false)), null));
            }
            catch (SidecarException refused)
            {
                found.Add(new FoundSidecar(file, null, Refused(file, null, refused)));
            }
        }

        return [.. found.OrderBy(file => file.Head?.Arrival ?? 0)]; // what is not of a video has no place, and comes first
    }

    /// <summary>Takes one in.</summary>
    public async Task<SidecarReadShape> ReadAsync(FoundSidecar file, CancellationToken cancellationToken)
    {
        VideoName? video = null;
        try
        {
            var bytes = await SidecarDisk.ReadAsync(file.Path, cancellationToken).ConfigureAwait(false);
            if (file.Head!.Format == SidecarFile.LibraryFormat)
            {
                return await TakeAsync(file.Path, SidecarFile.ReadLibrary(bytes), cancellationToken).ConfigureAwait(false);
            }

            var sidecar = SidecarFile.ReadVideo(bytes);
            SidecarRules.Check(sidecar);
            video = VideoName.Of(sidecar.Contents.Video);
            return await TakeAsync(file.Path, video, sidecar, cancellationToken).ConfigureAwait(false);
        }
        catch (SidecarException refused)
        {
            return Refused(file.Path, video, refused);
        }
        catch (LibraryException)
        {
            throw; // the next would be refused for the same reason
        }
        catch (Exception impossible) when (impossible is OverflowException or ArgumentException or FormatException)
        {
            // The store counts and names things, too, and must not go on with what it cannot count or name.
            return Refused(file.Path, video, new SidecarException("bad-sidecar", "It holds what the library cannot keep; nothing of it was taken."));
        }
    }

    private async Task<SidecarReadShape> TakeAsync(string path, LibrarySidecar sidecar, CancellationToken cancellationToken)
    {
        SidecarRules.Check(sidecar);
        await KeepFilesAsync(sidecar.Files, overwrite: false, cancellationToken).ConfigureAwait(false);
        _logos = null;
        return new SidecarReadShape(path, null, "added", null, null, null, await library.Sidecars.RestoreLibraryAsync(sidecar, cancellationToken).ConfigureAwait(false));
    }

    private async Task<SidecarReadShape> TakeAsync(string path, VideoName video, VideoSidecar sidecar, CancellationToken cancellationToken)
    {
        var known = await library.Sidecars.ReadAsync(sidecar.Contents.Video.Id, cancellationToken).ConfigureAwait(false);
        if (known is not null && await IsSameAsync(known, sidecar, cancellationToken).ConfigureAwait(false))
        {
            await KeepFilesAsync(sidecar.Files, overwrite: false, cancellationToken).ConfigureAwait(false);
            return new SidecarReadShape(path, video, "unchanged", null, null, null, []);
        }

        if (known is not null && !replaces)
        {
            throw new SidecarException("already-known", "The library knows this video otherwise, and keeps to what it knows. To put what the side-car says in its place, add --replace.");
        }

        await KeepFilesAsync(sidecar.Files, overwrite: true, cancellationToken).ConfigureAwait(false); // before anything names them
        var notes = await library.Sidecars.RestoreAsync(sidecar, cancellationToken).ConfigureAwait(false);
        return new SidecarReadShape(path, video, known is null ? "added" : "replaced", null, null, null, notes);
    }

    // Its place in another library is no difference, nor what of it cannot be kept here, nor in which order things are numbered; files are looked after by themselves.
    private async Task<bool> IsSameAsync(VideoSidecar known, VideoSidecar read, CancellationToken cancellationToken)
    {
        if (_logos is null)
        {
            _logos = [.. (await library.Brands.ListAsync(cancellationToken).ConfigureAwait(false)).SelectMany(brand => brand.Logos.Select(logo => (BrandName.Fold(brand.Name), BrandName.Fold(logo.Name))))];
            _alerts = [.. (await library.Alerts.ListAsync(cancellationToken).ConfigureAwait(false)).Select(alert => alert.Name)];
        }

        return Settled(known).AsSpan().SequenceEqual(Settled(read));
    }

    private byte[] Settled(VideoSidecar sidecar) => SidecarFile.Write(sidecar with
    {
        Arrival = 1,
        Logos = [.. sidecar.Logos.Where(seen => _logos!.Contains((BrandName.Fold(seen.Brand), BrandName.Fold(seen.Logo)))).OrderBy(seen => seen.Brand, StringComparer.Ordinal).ThenBy(seen => seen.Logo, StringComparer.Ordinal)],
        Told = [.. sidecar.Told.Where(told => _alerts.Contains(told.Alert))],
        Fields = [.. sidecar.Fields.OrderBy(field => field.Name, StringComparer.Ordinal)],
        Files = [],
    });

    private async Task KeepFilesAsync(IReadOnlyList<FileKept> files, bool overwrite, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var path = library.Folder.PlaceFor(file.Place);
            if (overwrite || !File.Exists(path))
            {
                await SidecarDisk.ReplaceAsync(path, file.Bytes, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static SidecarReadShape Refused(string path, VideoName? video, SidecarException refused) => new(path, video, "refused", refused.Code, refused.Message, refused.Place, []);
}

/// <summary>A side-car that was found.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Head">What it says of itself; null where it cannot be read.</param>
/// <param name="Refused">Why it cannot be read.</param>
internal sealed record FoundSidecar(string Path, SidecarHead? Head, SidecarReadShape? Refused);
