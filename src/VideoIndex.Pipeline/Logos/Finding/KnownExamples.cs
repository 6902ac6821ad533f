using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using VideoIndex.Brands;
using VideoIndex.Logos;
using VideoIndex.Logos.Recognition;
using VideoIndex.Looks;
using VideoIndex.Pipeline.Brands;
using VideoIndex.Pipeline.Library;

namespace VideoIndex.Pipeline.Logos.Finding;

/// <summary>Knows what examples are known by: found out once for each picture, and kept beside it.</summary>
/// <remarks>
/// What is kept may be deleted, is made anew where it is damaged or another version found it out, and is not flushed: its hash tells whether all of it is there.
/// <code>
/// 0   "VIXKNOW" and the form's version, 2
/// 8   SHA-256 of all that follows
/// 40  the analyst's version, UTF-8, filled up with zeros to 96 bytes
/// 136 the example, as <see cref="KnownPacking"/> has it
/// </code>
/// </remarks>
/// <param name="shelf">The pictures.</param>
/// <param name="library">Where they lie.</param>
/// <param name="analyst">Finds out what a picture is known by.</param>
public sealed class KnownExamples(ExampleShelf shelf, LibraryFolder library, IExampleAnalyst analyst)
{
    private const int HashAt = 8, VersionAt = 40, VersionSize = 96, BodyAt = VersionAt + VersionSize;

    // An example takes up to a megabyte, with its codes sorted: what is asked for again and again stays, and the rest is read anew.
    private const int MostInMemory = 256;
    private static readonly byte[] Magic = [.. "VIXKNOW"u8, 2];
    private readonly ConcurrentDictionary<string, KnownExample> _read = [];
    private readonly Lock _describing = new();

    /// <summary>Returns what an example is known by.</summary>
    /// <param name="picture">The example's picture.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<KnownExample> ReadAsync(ExamplePicture picture, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (_read.TryGetValue(picture.Sha256, out var known))
        {
            return known;
        }

        var place = library.PathOf(Path.ChangeExtension(picture.Place, ".known"));
        known = await KeptAsync(place, cancellationToken).ConfigureAwait(false);
        if (known is null)
        {
            known = Described(picture.Sha256, await shelf.ReadAsync(picture, cancellationToken).ConfigureAwait(false));
            await KeepAsync(place, known, cancellationToken).ConfigureAwait(false);
        }

        if (_read.Count >= MostInMemory)
        {
            _read.Clear();
        }

        return _read.GetOrAdd(picture.Sha256, known);
    }

    /// <summary>Returns what may be expected of the search for a logo.</summary>
    public async Task<LogoGrade> GradeAsync(Logo logo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(logo);
        var known = new List<KnownExample>();
        foreach (var example in logo.Examples)
        {
            known.Add(await ReadAsync(example.Picture, cancellationToken).ConfigureAwait(false));
        }

        return LogoGrade.Of(known);
    }

    // One picture at a time: an analyst does one thing at once, and of two that ask for the same picture the second has it already.
    private KnownExample Described(string sha256, ColourPicture picture)
    {
        lock (_describing)
        {
            return _read.TryGetValue(sha256, out var known) ? known : _read.GetOrAdd(sha256, analyst.Describe(picture));
        }
    }

    private async Task<KnownExample?> KeptAsync(string place, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(place, cancellationToken).ConfigureAwait(false);
            var whole = bytes.Length >= BodyAt && bytes.AsSpan(0, HashAt).SequenceEqual(Magic)
                && SHA256.HashData(bytes.AsSpan(VersionAt)).AsSpan().SequenceEqual(bytes.AsSpan(HashAt, SHA256.HashSizeInBytes))
                && bytes.AsSpan(VersionAt, VersionSize).SequenceEqual(Version());
            return whole ? KnownPacking.Unpack(bytes.AsSpan(BodyAt)) : null;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    // Where it cannot be kept, it is found out again the next time.
    private async Task KeepAsync(string place, KnownExample known, CancellationToken cancellationToken)
    {
        byte[] body = [.. Version(), .. KnownPacking.Pack(known)];
        var part = $"{place}.{Path.GetRandomFileName()}";
        try
        {
            await File.WriteAllBytesAsync(part, [.. Magic, .. SHA256.HashData(body), .. body], cancellationToken).ConfigureAwait(false);
            File.Move(part, place, overwrite: true);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
        }
    }

    private byte[] Version()
    {
        var version = new byte[VersionSize];
        Encoding.UTF8.GetBytes(analyst.Version, version);
        return version;
    }
}
