using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Whisper.Graph;

/// <summary>Brings matrices to 8 bits: each row in blocks, each block by its own greatest value. A byte of 128 stands for 0; a row is filled up with it.</summary>
internal static class ByteBlocks
{
    private const int Greatest = 127;

    /// <summary>How many values share a scale, for rows of a length: as many as make the runtime fast, and as few as need be filled up.</summary>
    public static int SizeFor(int length) => length % 128 == 0 ? 128 : length % 64 == 0 ? 64 : 32;

    /// <summary>How many blocks a row of a length has.</summary>
    public static int CountFor(int length) => (length + SizeFor(length) - 1) / SizeFor(length);

    /// <summary>Writes a matrix, some rows at a time.</summary>
    /// <returns>The scales, block by block.</returns>
    public static float[] Copy(Weight weight, int rows, int length, WeightFile file)
    {
        var (size, count) = (SizeFor(length), CountFor(length));
        var scales = new float[rows * count];
        var group = WeightValues.Group(weight.Type) == 1 ? Math.Max(1, (1 << 18) / length) : rows; // blocks of a file may cross rows
        var values = new float[group * length];
        var bytes = new byte[group * count * size];
        for (var row = 0; row < rows; row += group)
        {
            var some = Math.Min(group, rows - row);
            weight.Read((long)row * length, values.AsSpan(0, some * length));
            Array.Fill(bytes, (byte)(Greatest + 1));
            for (var i = 0; i < some * count; i++)
            {
                var begin = i % count * size;
                var block = values.AsSpan(i / count * length + begin, Math.Min(size, length - begin));
                scales[row * count + i] = Round(block, bytes.AsSpan(i * size));
            }

            file.Append<byte>(bytes.AsSpan(0, some * count * size));
        }

        return scales;
    }

    private static float Round(ReadOnlySpan<float> values, Span<byte> bytes)
    {
        var most = 0f;
        foreach (var value in values)
        {
            most = Math.Max(most, Math.Abs(value));
        }

        var scale = most / Greatest;
        for (var i = 0; i < values.Length && scale > 0; i++)
        {
            bytes[i] = (byte)(Greatest + 1 + Math.Clamp(MathF.Round(values[i] / scale), -Greatest, Greatest));
        }

        return scale;
    }
}
