using System.Runtime.Intrinsics;
using VideoIndex.Features;
using VideoIndex.Vision.Features.Arithmetic;

namespace VideoIndex.Vision.Features;

/// <summary>Finds keypoints in scale space and describes them with RootSIFT, the same bytes on every machine.</summary>
/// <remarks>
/// Lowe 2004, "Distinctive image features from scale-invariant keypoints", with descriptors of Arandjelovic and Zisserman
/// 2012. The picture is blurred in whole numbers of 16 bits, of which a band of 256 rows is kept for each layer, so memory
/// grows with the width of the picture alone.
/// </remarks>
public sealed class FeatureExtractor : IFeatureExtractor
{
    private const int Largest = 8192;
    private const int Smallest = 16;

    private readonly IPointFinder _finder;

    /// <summary>Creates one.</summary>
    /// <param name="options">What counts as a keypoint.</param>
    public FeatureExtractor(FeatureOptions? options = null)
        : this(options ?? new FeatureOptions(), Processor.Best)
    {
    }

    internal FeatureExtractor(FeatureOptions options, Wide wide)
    {
        _finder = wide switch
        {
            Wide.Bits512 => new PointFinder<ThirtyTwoShorts, Vector512<short>, SixteenFloats, Vector512<float>>(options),
            Wide.Bits256 => new PointFinder<SixteenShorts, Vector256<short>, EightFloats, Vector256<float>>(options),
            _ => new PointFinder<OneShort, short, OneFloat, float>(options),
        };
    }

    /// <inheritdoc/>
    public string Version => "dog-rootsift-1";

    /// <inheritdoc/>
    public void Extract(ReadOnlySpan<byte> luma, int width, int height, PictureArea area, PictureFeatures features)
    {
        if (luma.Length != width * height || area.Width != width || area.Height != height || Math.Max(width, height) > Largest)
        {
            throw new ArgumentException($"A picture of {width} x {height}, at most {Largest} wide and high, has neither {luma.Length} pixels nor an area of {area.Width} x {area.Height}.");
        }

        features.Clear();
        if (Math.Min(width, height) >= Smallest)
        {
            _finder.Find(luma, width, height, area, features);
        }
    }
}
