using System.Runtime.InteropServices;
using VideoIndex.Features;

namespace VideoIndex.Logos.Evidence;

/// <summary>A keypoint through the looks it is seen at, one after the other: 28 bytes.</summary>
/// <param name="Feature">The keypoint at the first of them.</param>
/// <param name="First">The first look it is seen at, counted from 0.</param>
/// <param name="Count">How many looks it is seen at, from 1 to 255: what stands longer is another track.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct FeatureTrack(SeenFeature Feature, uint First, byte Count)
{
    /// <summary>How many bytes one takes.</summary>
    public const int Bytes = 28;

    /// <summary>The most looks one track runs through.</summary>
    public const int Most = 255;

    /// <summary>The most a track can be worth.</summary>
    public const int MostWorth = (4 * FeatureCode.Bits) + 177;

    // 32 times the natural logarithm.
    private static readonly byte[] LogOf = [.. Enumerable.Range(0, Most + 1).Select(count => (byte)Math.Round(32 * Math.Log(Math.Max(1, count))))];

    /// <summary>Gets how much it may help to find a logo, from 0 to <see cref="MostWorth"/>: more the less it is like what is seen everywhere, and the more looks it is seen at.</summary>
    /// <remarks>Eight bits of background distance weigh as much as being seen 2.7 times as long. Where there is no room for all tracks, those worth least are left out.</remarks>
    public int Worth => (4 * Math.Min(Feature.Background, (byte)FeatureCode.Bits)) + LogOf[Count];

    /// <summary>Returns whether it is seen at a look.</summary>
    public bool IsAt(int look) => look >= First && look < First + Count;
}
