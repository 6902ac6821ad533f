using System.Numerics;
using System.Runtime.InteropServices;

namespace VideoIndex.Features;

/// <summary>A descriptor in 16 bytes. Alike surroundings differ in few bits.</summary>
/// <param name="Low">Bits 0 to 63.</param>
/// <param name="High">Bits 64 to 127.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public readonly record struct FeatureCode(ulong Low, ulong High)
{
    /// <summary>How many bytes one takes.</summary>
    public const int Bytes = 16;

    /// <summary>How many bits one has: the greatest distance.</summary>
    public const int Bits = 128;

    /// <summary>Returns how many bits differ, from 0 to 128.</summary>
    public int Distance(FeatureCode other) => BitOperations.PopCount(Low ^ other.Low) + BitOperations.PopCount(High ^ other.High);
}
