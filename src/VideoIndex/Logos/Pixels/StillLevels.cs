using System.Runtime.CompilerServices;
using VideoIndex.Logos.Evidence;
using VideoIndex.Looks;

namespace VideoIndex.Logos.Pixels;

/// <summary>A still at full size, half of it, a quarter and so on, each made when it is first asked for.</summary>
public sealed class StillLevels
{
    private const int SmallestSide = 16;
    private const double MostOf = 1.5;

    // As long as the still itself is held, so are its levels: logos that look at the same still share them.
    private static readonly ConditionalWeakTable<Still, StillLevels> Known = [];

    private readonly Lazy<GrayPicture>[] _levels;
    private readonly double _scale;

    private StillLevels(Still still)
    {
        _scale = still.Scale;
        var levels = new List<Lazy<GrayPicture>> { new(still.Picture) };
        for (var side = Math.Min(still.Picture.Width, still.Picture.Height); side >= 2 * SmallestSide; side /= 2)
        {
            var larger = levels[^1];
            levels.Add(new Lazy<GrayPicture>(() => Half(larger.Value)));
        }

        _levels = [.. levels];
    }

    /// <summary>Returns the levels of a still.</summary>
    public static StillLevels Of(Still still) => Known.GetValue(still, one => new StillLevels(one));

    /// <summary>Returns the level that has about as many pixels as are wanted, or the next larger one, and how many of its pixels one of the look's is wide.</summary>
    /// <param name="wanted">How many pixels of the picture one of the look's should be wide.</param>
    internal (GrayPicture Picture, double Scale) For(double wanted)
    {
        var (level, scale) = (0, _scale);
        while (scale > MostOf * wanted && level + 1 < _levels.Length)
        {
            (level, scale) = (level + 1, scale / 2);
        }

        return (_levels[level].Value, scale);
    }

    private static GrayPicture Half(GrayPicture from)
    {
        var (width, height, wide) = (from.Width / 2, from.Height / 2, from.Width);
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var above = from.Pixels.AsSpan(2 * y * wide, wide);
            var below = from.Pixels.AsSpan(((2 * y) + 1) * wide, wide);
            for (var x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = (byte)((above[2 * x] + above[(2 * x) + 1] + below[2 * x] + below[(2 * x) + 1] + 2) >> 2);
            }
        }

        return new GrayPicture(width, height, pixels);
    }
}
