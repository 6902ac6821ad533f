namespace VideoIndex.Logos.Pixels;

/// <summary>A mark drawn small, to be laid over a picture and compared pixel by pixel.</summary>
/// <remarks>
/// Two layers say how it looks on any ground and in any two tones: its light where it covers, and how much it covers. What a picture
/// shows of a flat print is one of them, the other, or a sum of both, and a constant.
/// </remarks>
public sealed class MarkPattern
{
    private readonly PatternSums[] _rows;

    /// <summary>Makes a pattern of its layers.</summary>
    /// <param name="width">Its width in pixels, the margin included.</param>
    /// <param name="height">Its height.</param>
    /// <param name="light">Light times cover of each pixel, 0 to 255, rows top to bottom.</param>
    /// <param name="cover">How much of each pixel it covers, 0 to 255; empty where it covers all.</param>
    /// <param name="toExample">Where its pixels lie on the example: the factors and what is added, x and y.</param>
    public MarkPattern(int width, int height, byte[] light, byte[] cover, PatternPlace toExample)
    {
        ArgumentNullException.ThrowIfNull(light);
        ArgumentNullException.ThrowIfNull(cover);
        (Width, Height, Light, Cover, Place) = (width, height, light, cover.Length == 0 ? new byte[light.Length] : cover, toExample);
        _rows = [.. Enumerable.Range(0, height).Select(row => Sum(row, 0, width))];
    }

    /// <summary>Gets its width in pixels, the margin included.</summary>
    public int Width { get; }

    /// <summary>Gets its height.</summary>
    public int Height { get; }

    /// <summary>Gets where its pixels lie on the example.</summary>
    public PatternPlace Place { get; }

    internal byte[] Light { get; }

    internal byte[] Cover { get; }

    internal PatternSums Sums(int row, int from, int until) => from == 0 && until == Width ? _rows[row] : Sum(row, from, until);

    private PatternSums Sum(int row, int from, int until)
    {
        var sums = default(PatternSums);
        for (var at = (row * Width) + from; at < (row * Width) + until; at++)
        {
            int light = Light[at], cover = Cover[at];
            sums.Light += light;
            sums.Cover += cover;
            sums.LightLight += light * light;
            sums.LightCover += light * cover;
            sums.CoverCover += cover * cover;
        }

        return sums;
    }
}

/// <summary>Where a pattern's pixels lie on its example: x' = Across x + X, y' = Down y + Y.</summary>
public readonly record struct PatternPlace(double Across, double Down, double X, double Y);

/// <summary>Sums over pixels of a pattern.</summary>
internal record struct PatternSums(long Light, long Cover, long LightLight, long LightCover, long CoverCover);
