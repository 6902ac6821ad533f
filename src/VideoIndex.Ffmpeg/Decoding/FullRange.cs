using System.Numerics;
using System.Runtime.InteropServices;

namespace VideoIndex.Ffmpeg.Decoding;

/// <summary>Stretches pictures of the limited range of ITU-R BT.601 and BT.709, luma 16 to 235 and chroma 16 to 240, to 0 to 255.</summary>
/// <remarks>Here and not in FFmpeg, whose scaler takes longer for it than the rest of the way. Right to one level.</remarks>
internal static class FullRange
{
    // 255/219 and 255/224, less one, in 1/256.
    private const short Luma = 42, Chroma = 35, Half = 128;
    private const short Black = 16, NoColour = 128;

    /// <summary>Stretches the planes of a picture in place.</summary>
    /// <param name="planes">Luma, then both chromas.</param>
    /// <param name="luma">How many of the bytes are luma.</param>
    public static void Stretch(Span<byte> planes, int luma)
    {
        Stretch(planes[..luma], Black, Luma, 0);
        Stretch(planes[luma..], NoColour, Chroma, NoColour);
    }

    private static void Stretch(Span<byte> values, short from, short part, short to)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(values);
        foreach (ref var vector in vectors)
        {
            Vector.Widen(vector, out var left, out var right);
            vector = Vector.Narrow(Stretched(left, from, part, to), Stretched(right, from, part, to));
        }

        foreach (ref var value in values[(vectors.Length * Vector<byte>.Count)..])
        {
            var distance = value - from;
            value = (byte)Math.Clamp(distance + ((distance * part + Half) >> 8) + to, 0, 255);
        }
    }

    private static Vector<ushort> Stretched(Vector<ushort> values, short from, short part, short to)
    {
        var distance = Vector.AsVectorInt16(values) - new Vector<short>(from);
        var stretched = distance + Vector.ShiftRightArithmetic(distance * part + new Vector<short>(Half), 8) + new Vector<short>(to);
        return Vector.AsVectorUInt16(Vector.Min(Vector.Max(stretched, Vector<short>.Zero), new Vector<short>(255)));
    }
}
