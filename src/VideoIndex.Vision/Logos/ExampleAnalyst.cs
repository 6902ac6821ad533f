using VideoIndex.Brands.Pictures;
using VideoIndex.Features;
using VideoIndex.Logos.Pixels;
using VideoIndex.Logos.Recognition;
using VideoIndex.Looks;
using VideoIndex.Vision.Features;

namespace VideoIndex.Vision.Logos;

/// <summary>Finds out what an example of a logo is known by: its keypoints as it may be seen, small and large, on light and on dark.</summary>
/// <remarks>
/// One picture stands for many views of it: rendering the example at several sizes is what lets a single one be found (Romberg and
/// Lienhart 2013). With dark and light exchanged costs nothing: the descriptors are permuted (<see cref="PictureFeatures.Invert"/>).
/// </remarks>
public sealed class ExampleAnalyst(IFeatureCoder coder) : IExampleAnalyst
{
    // The longer side it is seen at, in pixels: keypoints of a mark are found again within an octave of their size.
    private static readonly int[] Sizes = [256, 128, 64, 32];

    // What is fainter than in a frame is welcome here: the example is all there is of the logo.
    private readonly FeatureExtractor _extractor = new(new FeatureOptions { Contrast = 0.02 });
    private const int Margin = 12, SmallestSide = 10;
    private const double PlaceSize = 0.03;
    private const int LightGround = 255, DarkGround = 0, TooLight = 230, TooDark = 38;

    // Raised when the same keypoints and codes make another example.
    private const int Revision = 1;

    /// <inheritdoc/>
    public string Version => FormattableString.Invariant($"{_extractor.Version} {coder.Version} example-{Revision}");

    /// <inheritdoc/>
    public KnownExample Describe(ColourPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var size = new LogoSize(picture.Width, picture.Height);
        var (known, found, inverted) = (new List<KnownFeature>(), new PictureFeatures(), new PictureFeatures());
        foreach (var small in Sizes.Select(longest => Shrinking.To(picture, longest)).DistinctBy(small => small.Width).Where(IsLargeEnough))
        {
            foreach (var ground in Grounds(small))
            {
                var shown = Shown(small, ground);
                _extractor.Extract(shown.Pixels, shown.Width, shown.Height, PictureArea.Whole(shown.Width, shown.Height), found);
                found.Invert(inverted);
                Add(found, size, small, inverted: false, known);
                Add(inverted, size, small, inverted: true, known);
            }
        }

        return new KnownExample(size, known) { Patterns = MarkPatterns.Of(picture) };
    }

    private static bool IsLargeEnough(ColourPicture picture) => Math.Min(picture.Width, picture.Height) >= SmallestSide;

    private void Add(PictureFeatures found, LogoSize size, ColourPicture small, bool inverted, List<KnownFeature> known)
    {
        var codes = new FeatureCode[found.Count];
        coder.Encode(found, codes, []);
        var (byWidth, byHeight) = (size.Width / small.Width, size.Height / small.Height);
        for (var at = 0; at < codes.Length; at++)
        {
            var seen = found.Keypoints[at];
            var (x, y) = (((seen.X - Margin + 0.5) * byWidth) - 0.5, ((seen.Y - Margin + 0.5) * byHeight) - 0.5);
            var cell = PlaceSize * size.Diagonal;
            var place = ((int)Math.Round(x / cell) * 1000) + (int)Math.Round(y / cell);
            known.Add(new KnownFeature(new Keypoint((float)x, (float)y, (float)(seen.Scale * Math.Sqrt(byWidth * byHeight)), seen.Angle), codes[at], place, inverted));
        }
    }

    // A mark that is nearly as light as a light ground would vanish on it.
    private static IEnumerable<int> Grounds(ColourPicture picture)
    {
        if (picture.IsOpaque)
        {
            return [LightGround];
        }

        var (sum, weight) = (0L, 0L);
        for (var at = 0; at < picture.Rgba.Length; at += ColourPicture.Channels)
        {
            sum += (long)Luma(picture.Rgba.AsSpan(at, 3)) * picture.Rgba[at + 3];
            weight += picture.Rgba[at + 3];
        }

        var mean = sum / Math.Max(1, weight);
        return mean > TooLight ? [DarkGround] : mean < TooDark ? [LightGround] : [LightGround, DarkGround];
    }

    // With a margin of the ground, or of the picture's own edge: a mark's outline is part of it.
    private static GrayPicture Shown(ColourPicture picture, int ground)
    {
        var (width, height) = (picture.Width + (2 * Margin), picture.Height + (2 * Margin));
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (column, row) = (Math.Clamp(x - Margin, 0, picture.Width - 1), Math.Clamp(y - Margin, 0, picture.Height - 1));
                var pixel = picture.Rgba.AsSpan(((row * picture.Width) + column) * ColourPicture.Channels, ColourPicture.Channels);
                var outside = column != x - Margin || row != y - Margin;
                var alpha = outside && !picture.IsOpaque ? 0 : pixel[3];
                pixels[(y * width) + x] = (byte)(((Luma(pixel) * alpha) + (ground * (255 - alpha)) + 127) / 255);
            }
        }

        return new GrayPicture(width, height, pixels);
    }

    private static int Luma(ReadOnlySpan<byte> rgb) => ((rgb[0] * 54) + (rgb[1] * 183) + (rgb[2] * 19) + 128) >> 8;
}
