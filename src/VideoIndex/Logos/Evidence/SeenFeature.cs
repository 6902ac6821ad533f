using System.Runtime.InteropServices;
using VideoIndex.Features;

namespace VideoIndex.Logos.Evidence;

/// <summary>A keypoint as it is kept: 23 bytes.</summary>
/// <param name="Code">Its descriptor's code.</param>
/// <param name="X">Where it lies, in sixteenths of a pixel; the centre of the leftmost pixels is 0.</param>
/// <param name="Y">Where it lies, in sixteenths of a pixel; the centre of the topmost pixels is 0.</param>
/// <param name="Scale">How large it is: 32 + 16 x the binary logarithm of the keypoint's scale.</param>
/// <param name="Angle">Its direction, in 1/256 of a circle.</param>
/// <param name="Background">How far its code is from what is seen everywhere, in bits: what is much nearer to a logo than that is no chance.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct SeenFeature(FeatureCode Code, ushort X, ushort Y, byte Scale, byte Angle, byte Background)
{
    private const double Parts = 16;

    /// <summary>Gets the keypoint, as exactly as it is kept.</summary>
    public Keypoint Keypoint => new((float)(X / Parts), (float)(Y / Parts), (float)Math.Pow(2, (Scale - 32) / Parts), Angle * 360f / 256);

    /// <summary>Returns the form a keypoint is kept in.</summary>
    /// <param name="keypoint">The keypoint; no coordinate above 4,095.</param>
    /// <param name="code">Its code.</param>
    /// <param name="background">How far the code is from what is seen everywhere.</param>
    public static SeenFeature Of(Keypoint keypoint, FeatureCode code, byte background) => new(
        code,
        (ushort)Math.Clamp(Math.Round(keypoint.X * Parts), 0, ushort.MaxValue),
        (ushort)Math.Clamp(Math.Round(keypoint.Y * Parts), 0, ushort.MaxValue),
        (byte)Math.Clamp(Math.Round(32 + (Parts * Math.Log2(keypoint.Scale))), 0, 255),
        (byte)((int)Math.Round(keypoint.Angle * 256 / 360) & 255),
        background);
}
