namespace VideoIndex.Features;

/// <summary>Matches the codes of a picture, or of tracks, with those of a logo.</summary>
public static class FeatureMatching
{
    /// <summary>The share of its background distance a match must be nearer than, in hundredths.</summary>
    public const int NearerThan = 85;

    /// <summary>Finds for each code the nearest of a logo's, where that is much nearer than what is found anywhere.</summary>
    /// <param name="codes">The picture's codes.</param>
    /// <param name="backgrounds">Their background distances.</param>
    /// <param name="logo">The logo's codes.</param>
    /// <param name="to">What the matches are added to, in the order of the picture's codes.</param>
    /// <param name="nearerThan">The share of its background distance a match must be nearer than, in hundredths from 0 to 100.</param>
    public static void Match(
        ReadOnlySpan<FeatureCode> codes, ReadOnlySpan<byte> backgrounds, CodeTable logo, ICollection<FeatureMatch> to, int nearerThan = NearerThan)
    {
        Span<NearCode> nearest = stackalloc NearCode[1];
        for (var at = 0; at < codes.Length; at++)
        {
            if (logo.Nearest(codes[at], (backgrounds[at] * nearerThan + 99) / 100, nearest) > 0)
            {
                to.Add(new FeatureMatch(at, nearest[0].At, nearest[0].Distance));
            }
        }
    }
}

/// <summary>A keypoint of a picture that looks like one of a logo.</summary>
/// <param name="Picture">The number of the picture's code, from 0.</param>
/// <param name="Logo">The number of the logo's code, from 0.</param>
/// <param name="Distance">How many bits differ, from 0 to 128.</param>
public readonly record struct FeatureMatch(int Picture, int Logo, int Distance);
