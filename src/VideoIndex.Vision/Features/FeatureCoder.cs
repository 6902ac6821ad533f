using VideoIndex.Features;
using VideoIndex.Vision.Features.Codes;

namespace VideoIndex.Vision.Features;

/// <summary>Makes codes with the quantiser that comes with the program.</summary>
public sealed class FeatureCoder : IFeatureCoder
{
    private const int Nearest = 3;

    private readonly Quantizer _quantizer = new(CodeBook.Trained.Axes, CodeBook.Trained.Thresholds);
    private readonly CodeTable _background = new(CodeBook.Trained.Background);

    /// <inheritdoc/>
    public string Version => "itq-128-1";

    /// <inheritdoc/>
    public void Encode(PictureFeatures features, Span<FeatureCode> codes, Span<byte> backgrounds)
    {
        Span<NearCode> nearest = stackalloc NearCode[Nearest];
        for (var at = 0; at < features.Count; at++)
        {
            codes[at] = _quantizer.Encode(features.Descriptor(at));
            if (!backgrounds.IsEmpty)
            {
                _background.Nearest(codes[at], FeatureCode.Bits + 1, nearest);
                backgrounds[at] = (byte)nearest[Nearest - 1].Distance;
            }
        }
    }
}
