using VideoIndex.Features;
using VideoIndex.Looks;

namespace VideoIndex.Vision.Stills;

/// <summary>How large the stills of looks are.</summary>
public enum StillSize
{
    /// <summary>Half as wide as a look, where that is wider than 960 pixels.</summary>
    Half,

    /// <summary>As large as the look.</summary>
    Full,
}

/// <summary>Keeps how looks look: what changed since the look before, in no more bytes than a look may have.</summary>
/// <param name="size">How large they are.</param>
public sealed class StillMaker(StillSize size)
{
    /// <summary>The widest look of which stills are as large as it, in pixels, when they are to be of half its size.</summary>
    public const int WidestWhole = 960;

    // The coarser steps are for pictures that would be more than they may: noise, mostly.
    private static readonly int[] Steps = [16, 24, 36, 54, 81, 122, 183, 255];

    /// <summary>The most bytes of a look half as wide: 108 MB an hour, two looks a second. Of a whole one, four times as many.</summary>
    public const int MostBytes = 15_000;

    private byte[] _pixels = [];

    /// <summary>Returns what is kept of a look.</summary>
    /// <param name="luma">Width x height bytes.</param>
    /// <param name="width">The look's width in pixels.</param>
    /// <param name="height">The look's height in pixels.</param>
    /// <param name="changed">Where it is not the same as the one before.</param>
    public byte[] Make(ReadOnlySpan<byte> luma, int width, int height, PictureArea changed)
    {
        var shrunk = size == StillSize.Half && width > WidestWhole ? 2 : 1;
        var picture = Shrink(luma, width, height, shrunk);
        var most = size == StillSize.Half ? MostBytes : 4 * MostBytes;
        var made = StillCoder.Encode(picture, shrunk, changed, Steps[0]);
        for (var step = 0; step < Steps.Length - 1 && made.Length > most;)
        {
            step = Math.Min(step + (made.Length > 2 * most ? 2 : 1), Steps.Length - 1);
            made = StillCoder.Encode(picture, shrunk, changed, Steps[step]);
        }

        return made;
    }

    // The mean of each 2 x 2.
    private GrayPicture Shrink(ReadOnlySpan<byte> luma, int width, int height, int shrunk)
    {
        var (wide, high) = (width / shrunk, height / shrunk);
        if (_pixels.Length != wide * high)
        {
            _pixels = new byte[wide * high];
        }

        for (var row = 0; row < high; row++)
        {
            var to = _pixels.AsSpan(row * wide, wide);
            if (shrunk == 1)
            {
                luma.Slice(row * width, width).CopyTo(to);
                continue;
            }

            var upper = luma.Slice(2 * row * width, width);
            var lower = luma.Slice(((2 * row) + 1) * width, width);
            for (var column = 0; column < to.Length; column++)
            {
                var at = 2 * column;
                to[column] = (byte)((upper[at] + upper[at + 1] + lower[at] + lower[at + 1] + 2) >> 2);
            }
        }

        return new GrayPicture(wide, high, _pixels);
    }
}
