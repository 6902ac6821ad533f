namespace VideoIndex.Features;

/// <summary>Finds the keypoints of pictures and describes them. What it says of a picture depends on that picture alone.</summary>
/// <remarks>One serves one picture at a time: it keeps its buffers from picture to picture.</remarks>
public interface IFeatureExtractor
{
    /// <summary>Gets the name of the detector, the descriptor and the code, with their versions: what is compared must agree in it.</summary>
    string Version { get; }

    /// <summary>Finds the keypoints in parts of a picture: exactly those of the whole picture that lie in the area.</summary>
    /// <param name="luma">Width x height bytes, 0 black to 255 white, rows top to bottom.</param>
    /// <param name="width">In pixels, at most 8,192. A picture of less than 16 pixels has no keypoints.</param>
    /// <param name="height">In pixels, at most 8,192.</param>
    /// <param name="area">Where to look; of this width and height.</param>
    /// <param name="features">What takes them, in place of what was there.</param>
    /// <exception cref="ArgumentException">The sizes do not agree, or are too large.</exception>
    void Extract(ReadOnlySpan<byte> luma, int width, int height, PictureArea area, PictureFeatures features);
}
