using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Recognition;
using VideoIndex.Pipeline.Logos.Keeping;

namespace VideoIndex.Pipeline.Logos;

/// <summary>Writes and opens the file that keeps a video's keypoints. Its form is described in docs/logos.md and frozen with its version.</summary>
/// <remarks>
/// <code>
/// 0    "VIXFEAT" and the version, 1
/// 8    width, height, looks, tracks, words, 4 bytes each; 4 bytes of nothing
/// 32   the extractor's version, UTF-8, filled up with zeros to 64 bytes
/// 96   SHA-256 of bytes 0 to 95, of the poses and of the directory
/// 128  SHA-256 of the tracks
/// 160  poses (40 bytes each), directory (words + 1 numbers of 4 bytes), tracks (28 bytes each)
/// </code>
/// Little-endian. The tracks stand by their word, then in the order they ended in.
/// </remarks>
internal static class FeatureFile
{
    private const int HeaderSize = 160, HashedHeader = 96, VersionAt = 32, VersionSize = 64, HashSize = 32;

    /// <summary>The most tracks a file holds, for it is opened as one piece of memory: 1.7 GB.</summary>
    public const int Most = 60_000_000;

    private static readonly byte[] Magic = [.. "VIXFEAT"u8, 1];

    /// <summary>Writes a file.</summary>
    /// <param name="path">Where; what was there is replaced.</param>
    /// <param name="size">The size of the looks in pixels.</param>
    /// <param name="version">The extractor's version.</param>
    /// <param name="words">Sorts codes into words.</param>
    /// <param name="spool">The tracks; read twice. No more than <see cref="Most"/>.</param>
    /// <param name="looks">The poses of the looks.</param>
    /// <returns>How many tracks were kept.</returns>
    public static int Write(
        string path, (int Width, int Height) size, string version, ICodeWords words, TrackSpool spool, IReadOnlyList<LookPose> looks)
    {
        var (starts, wordOf) = Sort(spool.Tracks(), words);
        var poses = MemoryMarshal.AsBytes<LookPose>(looks.ToArray());
        var directory = MemoryMarshal.AsBytes<uint>(starts);
        var tracksAt = HeaderSize + poses.Length + directory.Length;
        using var file = MappedFile.Make(path, checked(tracksAt + (wordOf.Count * FeatureTrack.Bytes)));
        var to = file.GetSpan();
        WriteHeader(to, size, version, looks.Count, wordOf.Count, words.Count);
        poses.CopyTo(to[HeaderSize..]);
        directory.CopyTo(to[(HeaderSize + poses.Length)..]);
        Place(spool.Tracks(), wordOf, starts, MemoryMarshal.Cast<byte, FeatureTrack>(to[tracksAt..]));
        HashOf(to[..tracksAt], to.Slice(HashedHeader, HashSize));
        SHA256.HashData(to[tracksAt..], to.Slice(HashedHeader + HashSize, HashSize));
        return wordOf.Count;
    }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="version">The extractor's version: what was kept of another cannot be compared.</param>
    /// <returns>The file and what is in it; null when it is of another version.</returns>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static (IDisposable File, FeatureEvidence Evidence)? Open(string path, string version)
    {
        var file = MappedFile.Open(path);
        try
        {
            if (Read(file, path, version) is { } evidence)
            {
                return (file, evidence);
            }

            ((IDisposable)file).Dispose();
            return null;
        }
        catch
        {
            ((IDisposable)file).Dispose();
            throw;
        }
    }

    /// <summary>Returns what tells a file from every other, without reading it all: the hashes it bears.</summary>
    public static string Fingerprint(string path)
    {
        using var file = File.OpenRead(path);
        var header = new byte[HeaderSize];
        file.ReadExactly(header);
        return Convert.ToHexStringLower(header.AsSpan(HashedHeader));
    }

    private static FeatureEvidence? Read(MappedFile file, string path, string version)
    {
        var bytes = file.GetSpan();
        if (bytes.Length < HeaderSize || !bytes[..Magic.Length].SequenceEqual(Magic))
        {
            throw new InvalidDataException($"'{path}' is not a file of keypoints.");
        }

        if (Encoding.UTF8.GetString(bytes.Slice(VersionAt, VersionSize)).TrimEnd('\0') != version)
        {
            return null;
        }

        var (looks, tracks, words) = (Number(bytes, 2), Number(bytes, 3), Number(bytes, 4));
        var directoryAt = HeaderSize + ((long)looks * LookPose.Bytes);
        var tracksAt = directoryAt + ((words + 1L) * sizeof(uint));
        Span<byte> hash = stackalloc byte[HashSize];
        if (looks < 0 || tracks < 0 || words < 0 || tracksAt + ((long)tracks * FeatureTrack.Bytes) != bytes.Length
            || !HashOf(bytes[..(int)tracksAt], hash).SequenceEqual(bytes.Slice(HashedHeader, HashSize)))
        {
            throw new InvalidDataException($"'{path}' is damaged.");
        }

        return new FeatureEvidence(
            Number(bytes, 0), Number(bytes, 1), file.Memory[HeaderSize..(int)directoryAt], file.Memory[(int)directoryAt..(int)tracksAt], file.Memory[(int)tracksAt..]);
    }

    // The tracks have a hash of their own: to check them, all of the file is read.
    private static ReadOnlySpan<byte> HashOf(ReadOnlySpan<byte> head, Span<byte> to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head[..HashedHeader]);
        hash.AppendData(head[HeaderSize..]);
        hash.GetHashAndReset(to);
        return to;
    }

    private static (uint[] Starts, List<ushort> WordOf) Sort(IEnumerable<FeatureTrack> tracks, ICodeWords words)
    {
        var (starts, wordOf) = (new uint[words.Count + 1], new List<ushort>());
        foreach (var track in tracks)
        {
            var word = words.WordOf(track.Feature.Code);
            wordOf.Add((ushort)word);
            starts[word + 1]++;
        }

        for (var word = 0; word < words.Count; word++)
        {
            starts[word + 1] += starts[word];
        }

        return (starts, wordOf);
    }

    private static void WriteHeader(Span<byte> to, (int Width, int Height) size, string version, int looks, int tracks, int words)
    {
        Magic.CopyTo(to);
        foreach (var (at, number) in new[] { size.Width, size.Height, looks, tracks, words }.Index())
        {
            BinaryPrimitives.WriteInt32LittleEndian(to[(8 + (4 * at))..], number);
        }

        Encoding.UTF8.GetBytes(version, to.Slice(VersionAt, VersionSize));
    }

    private static int Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[(8 + (4 * at))..]);

    private static void Place(IEnumerable<FeatureTrack> tracks, List<ushort> wordOf, uint[] starts, Span<FeatureTrack> to)
    {
        var next = starts.ToArray();
        var at = 0;
        foreach (var track in tracks)
        {
            to[(int)next[wordOf[at++]]++] = track;
        }
    }
}
