namespace VideoIndex.Features;

/// <summary>Makes codes of descriptors.</summary>
public interface IFeatureCoder
{
    /// <summary>Returns a descriptor's code, and how far it is from what is seen everywhere.</summary>
    /// <param name="descriptor">The descriptor, <see cref="PictureFeatures.DescriptorBytes"/> bytes.</param>
    /// <returns>The code; and the distance, in bits, to the third nearest of a fixed set of codes of all kinds of pictures.</returns>
    (FeatureCode Code, byte Background) Encode(ReadOnlySpan<byte> descriptor);
}
