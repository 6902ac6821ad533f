using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VideoIndex.Vision.Features.Arithmetic;

/// <summary>What is done to several 16-bit numbers at once. All forms give the same numbers; they differ in how many they take at once.</summary>
/// <typeparam name="T">The numbers.</typeparam>
internal interface IShorts<T>
    where T : struct
{
    /// <summary>How many there are; they fit the bits of a <see cref="uint"/>.</summary>
    static abstract int Count { get; }

    static abstract T Load(ref short from, nint at);

    static abstract void Store(T numbers, ref short to, nint at);

    static abstract T Add(T a, T b);

    static abstract T Subtract(T a, T b);

    static abstract T Max(T a, T b);

    static abstract T Min(T a, T b);

    /// <summary>Products in units of 1 / 32,768, rounded to the nearest, halves up.</summary>
    static abstract T Multiply(T a, T b);

    static abstract T Of(short number);

    /// <summary>A bit for each: whether it is greater.</summary>
    static abstract uint Greater(T a, T b);
}

/// <summary>One number at a time: the form the others are tested against.</summary>
internal readonly struct OneShort : IShorts<short>
{
    public static int Count => 1;

    public static short Load(ref short from, nint at) => Unsafe.Add(ref from, at);

    public static void Store(short numbers, ref short to, nint at) => Unsafe.Add(ref to, at) = numbers;

    public static short Add(short a, short b) => unchecked((short)(a + b));

    public static short Subtract(short a, short b) => unchecked((short)(a - b));

    public static short Max(short a, short b) => Math.Max(a, b);

    public static short Min(short a, short b) => Math.Min(a, b);

    public static short Multiply(short a, short b) => unchecked((short)((a * b + 0x4000) >> 15));

    public static short Of(short number) => number;

    public static uint Greater(short a, short b) => a > b ? 1u : 0;
}

/// <summary>Sixteen numbers at a time.</summary>
internal readonly struct SixteenShorts : IShorts<Vector256<short>>
{
    public static int Count => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Load(ref short from, nint at) => Vector256.LoadUnsafe(ref Unsafe.Add(ref from, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<short> numbers, ref short to, nint at) => numbers.StoreUnsafe(ref Unsafe.Add(ref to, at));

    public static Vector256<short> Add(Vector256<short> a, Vector256<short> b) => a + b;

    public static Vector256<short> Subtract(Vector256<short> a, Vector256<short> b) => a - b;

    public static Vector256<short> Max(Vector256<short> a, Vector256<short> b) => Vector256.Max(a, b);

    public static Vector256<short> Min(Vector256<short> a, Vector256<short> b) => Vector256.Min(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Multiply(Vector256<short> a, Vector256<short> b)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyHighRoundScale(a, b);
        }

        var ((lowA, highA), (lowB, highB)) = (Vector256.Widen(a), Vector256.Widen(b));
        var half = Vector256.Create(0x4000);
        return Vector256.Narrow((lowA * lowB + half) >> 15, (highA * highB + half) >> 15);
    }

    public static Vector256<short> Of(short number) => Vector256.Create(number);

    public static uint Greater(Vector256<short> a, Vector256<short> b) => Vector256.GreaterThan(a, b).ExtractMostSignificantBits();
}

/// <summary>Thirty-two numbers at a time, on processors with AVX-512.</summary>
internal readonly struct ThirtyTwoShorts : IShorts<Vector512<short>>
{
    public static int Count => 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<short> Load(ref short from, nint at) => Vector512.LoadUnsafe(ref Unsafe.Add(ref from, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<short> numbers, ref short to, nint at) => numbers.StoreUnsafe(ref Unsafe.Add(ref to, at));

    public static Vector512<short> Add(Vector512<short> a, Vector512<short> b) => a + b;

    public static Vector512<short> Subtract(Vector512<short> a, Vector512<short> b) => a - b;

    public static Vector512<short> Max(Vector512<short> a, Vector512<short> b) => Vector512.Max(a, b);

    public static Vector512<short> Min(Vector512<short> a, Vector512<short> b) => Vector512.Min(a, b);

    public static Vector512<short> Multiply(Vector512<short> a, Vector512<short> b) => Avx512BW.MultiplyHighRoundScale(a, b);

    public static Vector512<short> Of(short number) => Vector512.Create(number);

    public static uint Greater(Vector512<short> a, Vector512<short> b) => (uint)Vector512.GreaterThan(a, b).ExtractMostSignificantBits();
}
