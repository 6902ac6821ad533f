using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Stills;

namespace VideoIndex.Pipeline.Logos;

/// <summary>The file that keeps how a video's looks look. Only what is asked for is read. Its form is frozen with its version.</summary>
/// <remarks>
/// <code>
/// 0    "VIXSTIL" and the version, 1
/// 8    looks something was kept of, 4 bytes; 4 bytes of nothing; where the list of them begins, 8 bytes
/// 24   the decoder's version, UTF-8, filled up with zeros to 40 bytes
/// 64   SHA-256 of bytes 0 to 63 and of the list
/// 96   what was kept of each look, one after the other
/// list of each: the look (4 bytes, its highest bit set where all of it was kept), length (4), where it begins (8), the first 16 bytes of its SHA-256
/// </code>
/// Little-endian.
/// </remarks>
internal static class StillFile
{
    /// <summary>The first bytes of a file, with its version.</summary>
    internal static readonly byte[] Magic = [.. "VIXSTIL"u8, 1];

    internal const int HeaderSize = 96, Hashed = 64, VersionAt = 24, EntrySize = 32, HashKept = 16;
    internal const uint WholeFlag = 1u << 31;

    // More than a week of looks: so that a damaged number asks for no more memory than that.
    private const int MostLooks = 1 << 21;

    /// <summary>Opens a file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="decoder">Brings stills back.</param>
    /// <returns>The file, what is in it and what tells it from every other; null when it is of another version.</returns>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static (IDisposable File, IStills Stills, string Fingerprint)? Open(string path, IStillDecoder decoder)
    {
        var file = File.OpenHandle(path);
        try
        {
            var header = Read(file, 0, HeaderSize) is { } start && start.AsSpan(0, Magic.Length).SequenceEqual(Magic)
                ? start
                : throw new InvalidDataException($"'{path}' is not a file of stills.");
            var list = List(file, header) ?? throw new InvalidDataException($"'{path}' is damaged.");
            if (Encoding.UTF8.GetString(header, VersionAt, Hashed - VersionAt).TrimEnd('\0') == decoder.Version)
            {
                return (file, Stills(file, list, decoder), Convert.ToHexStringLower(header.AsSpan(Hashed)));
            }

            file.Dispose();
            return null;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static byte[]? List(SafeFileHandle file, byte[] header)
    {
        var (count, at) = (BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8)), BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(16)));
        if (count is < 0 or > MostLooks || at < HeaderSize || Read(file, at, count * EntrySize) is not { } list)
        {
            return null;
        }

        return HashOf(header, list).AsSpan().SequenceEqual(header.AsSpan(Hashed)) ? list : null;
    }

    private static KeptStills Stills(SafeFileHandle file, byte[] list, IStillDecoder decoder)
    {
        var looks = new KeptLook[list.Length / EntrySize];
        for (var place = 0; place < looks.Length; place++)
        {
            var look = BinaryPrimitives.ReadUInt32LittleEndian(list.AsSpan(place * EntrySize));
            looks[place] = new KeptLook((int)(look & ~WholeFlag), (look & WholeFlag) != 0);
        }

        return new KeptStills(looks, place => Kept(file, list.AsSpan(place * EntrySize, EntrySize)), decoder);
    }

    private static byte[]? Kept(SafeFileHandle file, ReadOnlySpan<byte> entry)
    {
        var kept = Read(file, BinaryPrimitives.ReadInt64LittleEndian(entry[8..]), BinaryPrimitives.ReadInt32LittleEndian(entry[4..]));
        return kept is not null && SHA256.HashData(kept).AsSpan(0, HashKept).SequenceEqual(entry[16..]) ? kept : null;
    }

    /// <summary>Returns the hash of a header and a list.</summary>
    internal static byte[] HashOf(ReadOnlySpan<byte> header, ReadOnlySpan<byte> list)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header[..Hashed]);
        hash.AppendData(list);
        return hash.GetHashAndReset();
    }

    // Null where the file ends before.
    private static byte[]? Read(SafeFileHandle file, long at, int length)
    {
        if (at < 0 || length < 0 || at > RandomAccess.GetLength(file) - length)
        {
            return null;
        }

        var bytes = new byte[length];
        for (var read = 0; read < length;)
        {
            var more = RandomAccess.Read(file, bytes.AsSpan(read), at + read);
            if (more == 0)
            {
                return null;
            }

            read += more;
        }

        return bytes;
    }
}
