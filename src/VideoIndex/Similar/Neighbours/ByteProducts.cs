using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VideoIndex.Similar.Neighbours;

/// <summary>Multiplies codes of 8 bits with numbers of 16, and sums: in whole numbers, so that every machine has the same sum.</summary>
internal static class ByteProducts
{
    /// <summary>What lengths are a multiple of.</summary>
    public const int Step = 32;

    /// <summary>The largest number beside a code: with it, 4,096 products of the largest code still fit into 32 bits.</summary>
    public const int Largest = 4095;

    /// <summary>Returns the sum of the products.</summary>
    /// <param name="codes">A multiple of <see cref="Step"/> of them, 4,096 at most.</param>
    /// <param name="numbers">As many, from -<see cref="Largest"/> to <see cref="Largest"/>.</param>
    public static int Sum(ReadOnlySpan<sbyte> codes, ReadOnlySpan<short> numbers) =>
        Avx512BW.IsSupported ? Sum512(codes, numbers) : Avx2.IsSupported ? Sum256(codes, numbers) : Plain(codes, numbers);

    /// <summary>The same, one after the other.</summary>
    internal static int Plain(ReadOnlySpan<sbyte> codes, ReadOnlySpan<short> numbers)
    {
        var sum = 0;
        for (var at = 0; at < codes.Length; at++)
        {
            sum += codes[at] * numbers[at];
        }

        return sum;
    }

    /// <summary>The same, sixteen at once.</summary>
    internal static int Sum256(ReadOnlySpan<sbyte> codes, ReadOnlySpan<short> numbers)
    {
        ref var code = ref MemoryMarshal.GetReference(codes);
        ref var number = ref MemoryMarshal.GetReference(numbers);
        var (even, odd) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (nuint at = 0; at < (nuint)codes.Length; at += Step)
        {
            even += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref code, at)), Vector256.LoadUnsafe(ref number, at));
            odd += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref code, at + 16)), Vector256.LoadUnsafe(ref number, at + 16));
        }

        return Vector256.Sum(even + odd);
    }

    private static int Sum512(ReadOnlySpan<sbyte> codes, ReadOnlySpan<short> numbers)
    {
        ref var code = ref MemoryMarshal.GetReference(codes);
        ref var number = ref MemoryMarshal.GetReference(numbers);
        var sum = Vector512<int>.Zero;
        for (nuint at = 0; at < (nuint)codes.Length; at += Step)
        {
            sum += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref code, at)), Vector512.LoadUnsafe(ref number, at));
        }

        return Vector512.Sum(sum);
    }
}
