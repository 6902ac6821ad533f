using System.Runtime.InteropServices;

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

    /// <summary>Returns whether it is seen at a look.</summary>
    public bool IsAt(int look) => look >= First && look < First + Count;
}
