using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace VideoIndex.Onnx.Whisper.Weights;

/// <summary>
/// Turns the bytes of weights into numbers. The blocks are those of ggml's public format: a scale of 16 bits (and a least value, where a type has
/// one), the fifth bits of all values where there are five, then 16 bytes of two values each, the lower halves being values 0 to 15.
/// </summary>
internal static class WeightValues
{
    /// <summary>How many values lie in a block; 1 for the types that have none.</summary>
    public static int Group(WeightType type) => type is WeightType.Real32 or WeightType.Real16 or WeightType.Brain16 ? 1 : 32;

    /// <summary>How many bytes a group takes.</summary>
    public static int Bytes(WeightType type) => type switch
    {
        WeightType.Real32 => 4,
        WeightType.Real16 or WeightType.Brain16 => 2,
        WeightType.Blocks4 => 18,
        WeightType.Blocks4WithLeast => 20,
        WeightType.Blocks5 => 22,
        WeightType.Blocks5WithLeast => 24,
        _ => 34,
    };

    /// <summary>Reads values.</summary>
    /// <param name="bytes">Whole groups.</param>
    /// <param name="type">How they lie.</param>
    /// <param name="values">Takes them: as many as the groups hold.</param>
    public static void Read(ReadOnlySpan<byte> bytes, WeightType type, Span<float> values)
    {
        switch (type)
        {
            case WeightType.Real32:
                MemoryMarshal.Cast<byte, float>(bytes).CopyTo(values);
                break;
            case WeightType.Real16:
                Widen(MemoryMarshal.Cast<byte, Half>(bytes), values);
                break;
            case WeightType.Brain16:
                Widen(MemoryMarshal.Cast<byte, ushort>(bytes), values);
                break;
            default:
                ReadBlocks(bytes, type, values);
                break;
        }
    }

    /// <summary>Returns whether all values are numbers, none endless.</summary>
    public static bool AreFinite(ReadOnlySpan<float> values)
    {
        var odd = Vector<float>.Zero; // a number times 0 is 0, anything else is not
        var wide = MemoryMarshal.Cast<float, Vector<float>>(values);
        foreach (var several in wide)
        {
            odd += several * Vector<float>.Zero;
        }

        var sum = Vector.Sum(odd);
        foreach (var one in values[(wide.Length * Vector<float>.Count)..])
        {
            sum += one * 0;
        }

        return sum == 0;
    }

    private static void Widen(ReadOnlySpan<Half> halves, Span<float> values)
    {
        for (var i = 0; i < halves.Length; i++)
        {
            values[i] = (float)halves[i];
        }
    }

    private static void Widen(ReadOnlySpan<ushort> upper, Span<float> values)
    {
        for (var i = 0; i < upper.Length; i++)
        {
            values[i] = BitConverter.UInt32BitsToSingle((uint)upper[i] << 16);
        }
    }

    private static void ReadBlocks(ReadOnlySpan<byte> bytes, WeightType type, Span<float> values)
    {
        var size = Bytes(type);
        for (var at = 0; at < values.Length; at += 32, bytes = bytes[size..])
        {
            ReadBlock(bytes[..size], type, values.Slice(at, 32));
        }
    }

    private static void ReadBlock(ReadOnlySpan<byte> block, WeightType type, Span<float> values)
    {
        var scale = (float)BinaryPrimitives.ReadHalfLittleEndian(block);
        if (type == WeightType.Blocks8)
        {
            for (var i = 0; i < 32; i++)
            {
                values[i] = (sbyte)block[2 + i] * scale;
            }

            return;
        }

        var hasLeast = type is WeightType.Blocks4WithLeast or WeightType.Blocks5WithLeast;
        var hasFifth = type is WeightType.Blocks5 or WeightType.Blocks5WithLeast;
        var least = hasLeast ? (float)BinaryPrimitives.ReadHalfLittleEndian(block[2..]) : scale * (hasFifth ? -16 : -8);
        var fifth = hasFifth ? BinaryPrimitives.ReadUInt32LittleEndian(block[(hasLeast ? 4 : 2)..]) : 0;
        var pairs = block[^16..];
        for (var i = 0; i < 16; i++)
        {
            values[i] = (pairs[i] & 15 | (int)(fifth >> i & 1) << 4) * scale + least;
            values[16 + i] = (pairs[i] >> 4 | (int)(fifth >> 16 + i & 1) << 4) * scale + least;
        }
    }
}
