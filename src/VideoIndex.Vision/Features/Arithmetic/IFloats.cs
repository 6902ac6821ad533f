using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VideoIndex.Vision.Features.Arithmetic;

/// <summary>What is done to several 32-bit floating-point numbers at once. All forms give the same bits: nothing is fused, and nothing is summed across.</summary>
/// <typeparam name="T">The numbers.</typeparam>
internal interface IFloats<T>
    where T : struct
{
    static abstract int Count { get; }

    /// <summary>Loads 16-bit numbers.</summary>
    static abstract T Load(ref short from, nint at);

    static abstract T Load(ref float from, nint at);

    static abstract void Store(T numbers, ref float to, nint at);

    static abstract T Of(float number);

    static abstract T Add(T a, T b);

    static abstract T Subtract(T a, T b);

    static abstract T Multiply(T a, T b);

    static abstract T Divide(T a, T b);

    static abstract T Max(T a, T b);

    static abstract T Min(T a, T b);

    static abstract T Abs(T a);

    static abstract T Sqrt(T a);

    static abstract T Floor(T a);

    /// <summary>Takes the third where the first is less than the second, and else the fourth.</summary>
    static abstract T WhereLess(T a, T b, T then, T otherwise);
}

/// <summary>One number at a time: the form the others are tested against.</summary>
internal readonly struct OneFloat : IFloats<float>
{
    public static int Count => 1;

    public static float Load(ref short from, nint at) => Unsafe.Add(ref from, at);

    public static float Load(ref float from, nint at) => Unsafe.Add(ref from, at);

    public static void Store(float numbers, ref float to, nint at) => Unsafe.Add(ref to, at) = numbers;

    public static float Of(float number) => number;

    public static float Add(float a, float b) => a + b;

    public static float Subtract(float a, float b) => a - b;

    public static float Multiply(float a, float b) => a * b;

    public static float Divide(float a, float b) => a / b;

    public static float Max(float a, float b) => MathF.Max(a, b);

    public static float Min(float a, float b) => MathF.Min(a, b);

    public static float Abs(float a) => MathF.Abs(a);

    public static float Sqrt(float a) => MathF.Sqrt(a);

    public static float Floor(float a) => MathF.Floor(a);

    public static float WhereLess(float a, float b, float then, float otherwise) => a < b ? then : otherwise;
}

/// <summary>Eight numbers at a time.</summary>
internal readonly struct EightFloats : IFloats<Vector256<float>>
{
    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ref short from, nint at) =>
        Vector256.ConvertToSingle(Vector256.WidenLower(Vector128.LoadUnsafe(ref Unsafe.Add(ref from, at)).ToVector256Unsafe()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ref float from, nint at) => Vector256.LoadUnsafe(ref Unsafe.Add(ref from, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> numbers, ref float to, nint at) => numbers.StoreUnsafe(ref Unsafe.Add(ref to, at));

    public static Vector256<float> Of(float number) => Vector256.Create(number);

    public static Vector256<float> Add(Vector256<float> a, Vector256<float> b) => a + b;

    public static Vector256<float> Subtract(Vector256<float> a, Vector256<float> b) => a - b;

    public static Vector256<float> Multiply(Vector256<float> a, Vector256<float> b) => a * b;

    public static Vector256<float> Divide(Vector256<float> a, Vector256<float> b) => a / b;

    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) => Vector256.MaxNative(a, b);

    public static Vector256<float> Min(Vector256<float> a, Vector256<float> b) => Vector256.MinNative(a, b);

    public static Vector256<float> Abs(Vector256<float> a) => Vector256.Abs(a);

    public static Vector256<float> Sqrt(Vector256<float> a) => Vector256.Sqrt(a);

    public static Vector256<float> Floor(Vector256<float> a) => Vector256.Floor(a);

    public static Vector256<float> WhereLess(Vector256<float> a, Vector256<float> b, Vector256<float> then, Vector256<float> otherwise) =>
        Vector256.ConditionalSelect(Vector256.LessThan(a, b), then, otherwise);
}

/// <summary>Sixteen numbers at a time, on processors with AVX-512.</summary>
internal readonly struct SixteenFloats : IFloats<Vector512<float>>
{
    public static int Count => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref short from, nint at) =>
        Vector512.ConvertToSingle(Vector512.WidenLower(Vector256.LoadUnsafe(ref Unsafe.Add(ref from, at)).ToVector512Unsafe()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref float from, nint at) => Vector512.LoadUnsafe(ref Unsafe.Add(ref from, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> numbers, ref float to, nint at) => numbers.StoreUnsafe(ref Unsafe.Add(ref to, at));

    public static Vector512<float> Of(float number) => Vector512.Create(number);

    public static Vector512<float> Add(Vector512<float> a, Vector512<float> b) => a + b;

    public static Vector512<float> Subtract(Vector512<float> a, Vector512<float> b) => a - b;

    public static Vector512<float> Multiply(Vector512<float> a, Vector512<float> b) => a * b;

    public static Vector512<float> Divide(Vector512<float> a, Vector512<float> b) => a / b;

    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b) => Vector512.MaxNative(a, b);

    public static Vector512<float> Min(Vector512<float> a, Vector512<float> b) => Vector512.MinNative(a, b);

    public static Vector512<float> Abs(Vector512<float> a) => Vector512.Abs(a);

    public static Vector512<float> Sqrt(Vector512<float> a) => Vector512.Sqrt(a);

    public static Vector512<float> Floor(Vector512<float> a) => Vector512.Floor(a);

    public static Vector512<float> WhereLess(Vector512<float> a, Vector512<float> b, Vector512<float> then, Vector512<float> otherwise) =>
        Vector512.ConditionalSelect(Vector512.LessThan(a, b), then, otherwise);
}
