using System.IO.Compression;
using VideoIndex.Interchange.Sidecars.Shapes;
using VideoIndex.Sidecars;

namespace VideoIndex.Interchange.Sidecars.Forms;

/// <summary>Packs numbers by Brotli (RFC 7932), whose bytes are the same on every processor, and unpacks no more than was promised.</summary>
internal static class Packing
{
    /// <summary>The most bytes one packed value may come to: an hour of frames is 17 million.</summary>
    public const long Most = 1L << 30;

    private const int Piece = 768 * 1024; // 1 MB of base64

    public static PackedShape Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        return new PackedShape(bytes.Length, Pieces(packed.ToArray()));
    }

    /// <summary>Unpacks a value of a known length.</summary>
    /// <exception cref="SidecarException">It is damaged, or of another length.</exception>
    public static byte[] Unpack(PackedShape packed, long length, string pointer) => packed.Bytes == length
        ? Unpack(packed, pointer)
        : throw new SidecarException("bad-sidecar", $"The packed value says it is of {packed.Bytes} bytes, and should be of {length}.", pointer);

    /// <summary>Unpacks a value.</summary>
    /// <exception cref="SidecarException">It is damaged, or not as long as it says.</exception>
    public static byte[] Unpack(PackedShape packed, string pointer)
    {
        if (packed.Bytes is < 0 or > Most)
        {
            throw new SidecarException("bad-sidecar", $"The packed value says it is of {packed.Bytes} bytes; {Most} are the most.", pointer);
        }

        try
        {
            using var brotli = new BrotliStream(new MemoryStream(Joined(packed.Brotli, pointer), writable: false), CompressionMode.Decompress);
            using var bytes = new MemoryStream(); // grows with what is there, not with what is promised
            var buffer = new byte[1 << 16];
            for (var read = brotli.Read(buffer); read > 0 && bytes.Length <= packed.Bytes; read = brotli.Read(buffer))
            {
                bytes.Write(buffer.AsSpan(0, read));
            }

            return bytes.Length == packed.Bytes ? bytes.ToArray() : throw Damaged(pointer);
        }
        catch (InvalidDataException)
        {
            throw Damaged(pointer);
        }
        catch (InvalidOperationException) // Brotli's own word for bytes that are none of it
        {
            throw Damaged(pointer);
        }
    }

    /// <summary>Cuts bytes into pieces of a million base64 letters.</summary>
    public static IReadOnlyList<byte[]> Pieces(ReadOnlyMemory<byte> bytes)
    {
        var pieces = new List<byte[]>();
        for (var at = 0; at < bytes.Length; at += Piece)
        {
            pieces.Add(bytes.Slice(at, Math.Min(Piece, bytes.Length - at)).ToArray());
        }

        return pieces;
    }

    /// <summary>Joins pieces.</summary>
    /// <exception cref="SidecarException">One is missing.</exception>
    public static byte[] Joined(IReadOnlyList<byte[]?> pieces, string pointer)
    {
        using var joined = new MemoryStream();
        foreach (var piece in pieces)
        {
            joined.Write(piece ?? throw new SidecarException("bad-sidecar", "A piece of the value is null.", pointer));
        }

        return joined.ToArray();
    }

    private static SidecarException Damaged(string pointer) => new("bad-sidecar", "The packed value cannot be unpacked to as many bytes as it says.", pointer);
}
