using System.Security.Cryptography;
using VideoIndex.Brands;
using VideoIndex.Brands.Pictures;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Pipeline.Intake;
using VideoIndex.Pipeline.Library;

namespace VideoIndex.Pipeline.Brands;

/// <summary>Keeps the pictures of logos in the library, named by their bytes, before any row names them.</summary>
/// <remarks>
/// Beside the bytes as they came lies the picture as it is used: what a logo looks like is decided once, when it is
/// added, so that no other version of a decoder changes what is found. Nothing here is ever deleted or written over.
/// </remarks>
public sealed class ExampleShelf(LibraryFolder library, IPictureReader reader)
{
    private const string Folder = "brands";

    /// <summary>Keeps a picture file. When the task completes, it would survive a power cut.</summary>
    /// <param name="path">The file, which is copied first, so that it may change or go.</param>
    /// <param name="source">Where it came from.</param>
    /// <param name="cancellationToken">Stops the reading; nothing is kept then.</param>
    /// <exception cref="MediaRefusedException">It is not there, or is no picture a logo can be known by.</exception>
    public async Task<ExamplePicture> KeepAsync(string path, ExampleSource source, CancellationToken cancellationToken)
    {
        var copy = library.PlaceFor($"{Folder}/incoming/{Path.GetRandomFileName()}");
        try
        {
            var sha256 = await CopyAsync(path, copy, cancellationToken).ConfigureAwait(false);
            var reading = await reader.ReadAsync(copy, cancellationToken).ConfigureAwait(false);
            var place = $"{Folder}/{sha256[..2]}/{sha256}{Ending(reading.Header.Kind)}";
            Keep(reading, copy, place);
            return new ExamplePicture(place, sha256, reading.Header.UprightWidth, reading.Header.UprightHeight, reading.Region, source);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Keeps a part of a frame that was written to a picture file.</summary>
    /// <param name="frame">The whole frame.</param>
    /// <param name="source">Which frame it is, and which part of it.</param>
    /// <param name="cancellationToken">Stops the reading; nothing is kept then.</param>
    /// <exception cref="MediaRefusedException">The part lies outside, or shows nothing a logo can be known by.</exception>
    public async Task<ExamplePicture> KeepPartAsync(string frame, ExampleSource.VideoFrame source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var part = library.PlaceFor($"{Folder}/incoming/{Path.GetRandomFileName()}");
        try
        {
            await reader.CropAsync(frame, source.Box, part, cancellationToken).ConfigureAwait(false);
            return await KeepAsync(part, source, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Reads the picture of an example as it is used: clear margins cut off, the longer side at most 2048 pixels.</summary>
    /// <exception cref="FormatException">The file was damaged.</exception>
    /// <exception cref="IOException">The file is not there.</exception>
    public async Task<ColourPicture> ReadAsync(ExamplePicture example, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(example);
        return PicturePacking.Unpack(await File.ReadAllBytesAsync(library.PathOf(UsedOf(example.Place)), cancellationToken).ConfigureAwait(false));
    }

    private static string UsedOf(string place) => Path.ChangeExtension(place, ".picture");

    private static string Ending(PictureKind kind) => kind switch
    {
        PictureKind.Png => ".png",
        PictureKind.Jpeg => ".jpg",
        PictureKind.WebP => ".webp",
        PictureKind.Bmp => ".bmp",
        _ => ".gif",
    };

    // A name is of whole bytes only: they are flushed first. What is there already is the same, since its bytes name it.
    private void Keep(PictureReading reading, string copy, string place)
    {
        var (original, used) = (library.PlaceFor(place), library.PathOf(UsedOf(place)));
        if (!File.Exists(used))
        {
            var part = copy + ".used";
            File.WriteAllBytes(part, PicturePacking.Pack(reading.Picture));
            Disk.Flush(part);
            File.Move(part, used, overwrite: true);
        }

        if (!File.Exists(original))
        {
            Disk.Flush(copy);
            File.Move(copy, original, overwrite: true);
        }

        Disk.FlushFolder(Path.GetDirectoryName(original)!);
        Disk.FlushFolder(library.PathOf(Folder));
        Disk.FlushFolder(library.Root);
    }

    private static async Task<string> CopyAsync(string path, string copy, CancellationToken cancellationToken)
    {
        if (ContentHash.Find(path).Length > PictureHeader.MostBytes)
        {
            throw PictureRefusal.Of("picture-file-too-large");
        }

        // Its bytes and nothing else: a copy of a file that may not be written could not be flushed.
        var bytes = await ReadAsync(path, cancellationToken).ConfigureAwait(false);
        await File.WriteAllBytesAsync(copy, bytes, cancellationToken).ConfigureAwait(false);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException)
        {
            throw new MediaRefusedException("access-denied", "The file may not be read by this user.");
        }
    }
}
