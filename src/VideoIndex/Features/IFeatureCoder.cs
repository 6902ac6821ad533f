namespace VideoIndex.Features;

/// <summary>Makes codes of descriptors.</summary>
public interface IFeatureCoder
{
    /// <summary>Gets the name of the code with its version: codes are compared with codes of the same version only.</summary>
    string Version { get; }

    /// <summary>Makes the codes of a picture's keypoints.</summary>
    /// <param name="features">The keypoints.</param>
    /// <param name="codes">What takes a code for each.</param>
    /// <param name="backgrounds">What takes for each how far its code is from the third nearest of many that show nothing in particular, in bits from 0 to 128. What is not much nearer than that matches by chance. Empty where it is not asked for, as with a logo's own.</param>
    void Encode(PictureFeatures features, Span<FeatureCode> codes, Span<byte> backgrounds);
}
