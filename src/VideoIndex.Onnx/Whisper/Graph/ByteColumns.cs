using System.Runtime.Intrinsics.X86;
using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Whisper.Graph;

/// <summary>Brings matrices to whole numbers of 8 bits, a scale for each value that comes out, with rows and columns exchanged.</summary>
internal static class ByteColumns
{
    /// <summary>
    /// Gets the greatest number that is used: 127, but 63 on processors of Intel's kind without the instructions for such products (VNNI), which the
    /// runtime makes there by ones that cut off what two larger numbers come to.
    /// </summary>
    public static int Greatest { get; } = !X86Base.IsSupported || HasProducts() ? 127 : 63;

    /// <summary>Writes a matrix. One is in memory at a time.</summary>
    /// <returns>The scales.</returns>
    public static float[] Copy(Weight weight, int rows, int columns, WeightFile file)
    {
        var values = weight.ToArray();
        var scales = new float[rows];
        for (var i = 0; i < rows; i++)
        {
            foreach (var value in values.AsSpan(i * columns, columns))
            {
                scales[i] = Math.Max(scales[i], Math.Abs(value) / Greatest);
            }
        }

        var line = new sbyte[rows];
        for (var column = 0; column < columns; column++)
        {
            for (var i = 0; i < rows; i++)
            {
                line[i] = scales[i] > 0 ? (sbyte)Math.Clamp(MathF.Round(values[i * columns + column] / scales[i]), -Greatest, Greatest) : (sbyte)0;
            }

            file.Append<sbyte>(line);
        }

        return scales;
    }

    // Intel's manual, CPUID: leaf 7 says AVX512_VNNI in bit 11 of ECX, its leaf 1 AVX-VNNI in bit 4 of EAX.
    private static bool HasProducts() => X86Base.CpuId(0, 0).Eax >= 7 && ((X86Base.CpuId(7, 0).Ecx & 1 << 11) != 0 || (X86Base.CpuId(7, 1).Eax & 1 << 4) != 0);
}
