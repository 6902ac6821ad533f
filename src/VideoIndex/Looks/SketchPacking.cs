using System.IO.Compression;

namespace VideoIndex.Looks;

/// <summary>Packs sketches for keeping: what stands still between frames takes next to nothing.</summary>
/// <remarks>Each byte is written as its difference from the same byte of the frame before, modulo 256, and all of it packed by Brotli (RFC 7932), whose bytes are the same on every processor.</remarks>
public static class SketchPacking
{
    /// <summary>Packs a run of sketches.</summary>
    /// <param name="sketches">Whole sketches, one after the other.</param>
    public static byte[] Pack(ReadOnlySpan<byte> sketches)
    {
        var steps = new byte[sketches.Length];
        for (var at = 0; at < steps.Length; at++)
        {
            steps[at] = unchecked((byte)(sketches[at] - (at < FrameSketches.Size ? 0 : sketches[at - FrameSketches.Size])));
        }

        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            brotli.Write(steps);
        }

        return packed.ToArray();
    }

    /// <summary>Unpacks what <see cref="Pack"/> packed.</summary>
    /// <param name="packed">The packed bytes.</param>
    /// <param name="sketches">Where they go; as long as what was packed.</param>
    /// <exception cref="InvalidDataException">The bytes are not of this form.</exception>
    /// <exception cref="EndOfStreamException">There are fewer sketches.</exception>
    public static void Unpack(ReadOnlyMemory<byte> packed, Span<byte> sketches)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
        brotli.ReadExactly(sketches);
        for (var at = FrameSketches.Size; at < sketches.Length; at++)
        {
            sketches[at] = unchecked((byte)(sketches[at] + sketches[at - FrameSketches.Size]));
        }
    }
}
