using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace VideoIndex.Speech.Tests.Network;

/// <summary>Arrays of the reference vectors.</summary>
internal static class Numbers
{
    /// <summary>The values of a file of 32-bit numbers.</summary>
    public static float[] Of(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(ReferenceNetwork.Vectors, name));
        return MemoryMarshal.Cast<byte, float>(bytes.AsSpan(10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8)))).ToArray();
    }

    /// <summary>How far two rows of numbers are apart at most.</summary>
    public static float Apart(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        Assert.Equal(one.Length, other.Length);
        var worst = 0f;
        for (var i = 0; i < one.Length; i++)
        {
            worst = float.IsNaN(one[i]) ? float.NaN : Math.Max(worst, Math.Abs(one[i] - other[i]));
        }

        return worst;
    }

    /// <summary>Which number is the greatest.</summary>
    public static int Greatest(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}

/// <summary>Descriptions of the reference vectors.</summary>
internal static class Json
{
    /// <summary>The root of a file.</summary>
    public static JsonElement Of(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(ReferenceNetwork.Vectors, name)));
        return document.RootElement.Clone();
    }
}
