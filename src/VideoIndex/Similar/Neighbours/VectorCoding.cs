using System.Buffers.Binary;

namespace VideoIndex.Similar.Neighbours;

/// <summary>How a vector is kept: one whole number of 8 bits for each of its values, and one scale for all of them.</summary>
/// <remarks>
/// The written form is frozen: the scale as four bytes, IEEE 754, little-endian, and each value divided by it and rounded, -127 to 127. The
/// scale makes the largest value 127, so a value is off by half of that scale at most. docs/similar.md says what it costs.
/// </remarks>
public static class VectorCoding
{
    /// <summary>The largest code.</summary>
    internal const int Largest = 127;

    /// <summary>The bytes the scale takes.</summary>
    internal const int Head = sizeof(float);

    /// <summary>Returns how many bytes a vector takes.</summary>
    /// <param name="dimensions">How many values it has.</param>
    public static int Size(int dimensions) => Head + dimensions;

    /// <summary>Writes vectors, one after the other.</summary>
    /// <exception cref="ArgumentException">They have not all the same number of values, or a value that is no finite number.</exception>
    public static byte[] Write(IReadOnlyList<float[]> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var dimensions = vectors is [var first, ..] ? first.Length : 0;
        var coded = new byte[vectors.Count * Size(dimensions)];
        for (var at = 0; at < vectors.Count; at++)
        {
            if (vectors[at].Length != dimensions)
            {
                throw new ArgumentException($"Vector {at} has {vectors[at].Length} values, the first {dimensions}.", nameof(vectors));
            }

            Write(vectors[at], coded.AsSpan(at * Size(dimensions), Size(dimensions)));
        }

        return coded;
    }

    /// <summary>Writes a vector.</summary>
    /// <param name="vector">Its values.</param>
    /// <param name="coded">Where it goes, <see cref="Size"/> bytes.</param>
    /// <exception cref="ArgumentException">A value is no finite number.</exception>
    public static void Write(ReadOnlySpan<float> vector, Span<byte> coded)
    {
        var largest = 0f;
        foreach (var value in vector)
        {
            if (!float.IsFinite(value))
            {
                throw new ArgumentException("A vector's values are finite numbers.", nameof(vector));
            }

            largest = Math.Max(largest, Math.Abs(value));
        }

        var scale = largest / Largest;
        BinaryPrimitives.WriteSingleLittleEndian(coded, scale);
        for (var at = 0; at < vector.Length; at++)
        {
            coded[Head + at] = scale == 0 ? (byte)0 : unchecked((byte)(sbyte)Math.Clamp(MathF.Round(vector[at] / scale), -Largest, Largest));
        }
    }

    /// <summary>Reads a vector.</summary>
    /// <param name="coded">What <see cref="Write(ReadOnlySpan{float}, Span{byte})"/> wrote.</param>
    /// <param name="vector">Where it goes, as long as it is.</param>
    public static void Read(ReadOnlySpan<byte> coded, Span<float> vector)
    {
        var scale = BinaryPrimitives.ReadSingleLittleEndian(coded);
        for (var at = 0; at < vector.Length; at++)
        {
            vector[at] = scale * unchecked((sbyte)coded[Head + at]);
        }
    }
}
