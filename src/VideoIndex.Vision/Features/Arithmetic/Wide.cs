using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VideoIndex.Vision.Features.Arithmetic;

/// <summary>How many numbers are taken at once. Every choice gives the same features; only the time differs.</summary>
internal enum Wide
{
    /// <summary>One number at a time: the form the others are tested against.</summary>
    One,

    /// <summary>Vectors of 256 bits.</summary>
    Bits256,

    /// <summary>Vectors of 512 bits.</summary>
    Bits512,
}

/// <summary>What this processor can do.</summary>
internal static class Processor
{
    /// <summary>Gets the fastest form this processor has.</summary>
    public static Wide Best { get; } =
        Avx512BW.IsSupported && Vector512.IsHardwareAccelerated ? Wide.Bits512 : Vector256.IsHardwareAccelerated ? Wide.Bits256 : Wide.One;

    /// <summary>Returns whether this processor has a form.</summary>
    public static bool Has(Wide wide) => wide <= Best;
}
