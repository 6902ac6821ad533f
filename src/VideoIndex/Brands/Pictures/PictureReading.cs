using VideoIndex.Looks;
using VideoIndex.Media;

namespace VideoIndex.Brands.Pictures;

/// <summary>A picture as a logo is looked for by it.</summary>
/// <param name="Picture">What can be seen of it: clear margins cut off, the longer side at most <see cref="LongestUsed"/> pixels.</param>
/// <param name="Header">What the file says of itself.</param>
/// <param name="Region">The part that is left when clear margins are cut off, in pixels of the whole picture, upright.</param>
public sealed record PictureReading(ColourPicture Picture, PictureHeader Header, PixelBox Region)
{
    /// <summary>The longest side of the picture that is used, in pixels. The largest size a mark is looked for at is an eighth of it.</summary>
    public const int LongestUsed = 2048;

    // Of 255: less is the last breath of a shadow, and would keep a margin from being cut off.
    private const int LeastSeen = 16;

    // Of 255: what JPEG makes of a plain surface. And how opaque a plain surface is.
    private const int PlainRange = 8, Opaque = 240;

    /// <summary>Takes a decoded picture: cuts clear margins off and refuses what cannot be recognised.</summary>
    /// <exception cref="MediaRefusedException">Nothing of it can be seen, too little, or one colour alone.</exception>
    public static PictureReading Of(ColourPicture whole, PictureHeader header)
    {
        if (VisiblePart(whole) is not { } region)
        {
            throw PictureRefusal.Of("picture-invisible");
        }

        var visible = whole.Part(region);
        return Math.Min(region.Width, region.Height) < PictureHeader.ShortestSide ? throw PictureRefusal.Of("picture-too-small")
            : IsPlain(visible) ? throw PictureRefusal.Of("picture-of-one-colour")
            : new PictureReading(Shrinking.To(visible, LongestUsed), header, region);
    }

    private static PixelBox? VisiblePart(ColourPicture picture)
    {
        var (left, top, right, bottom) = (picture.Width, picture.Height, -1, -1);
        for (var y = 0; y < picture.Height; y++)
        {
            var row = picture.Rgba.AsSpan(y * picture.Width * ColourPicture.Channels, picture.Width * ColourPicture.Channels);
            for (var x = 0; x < picture.Width; x++)
            {
                if (row[x * ColourPicture.Channels + 3] >= LeastSeen)
                {
                    (left, right) = (Math.Min(left, x), Math.Max(right, x));
                    (top, bottom) = (Math.Min(top, y), y);
                }
            }
        }

        return bottom < 0 ? null : new PixelBox(left, top, right - left + 1, bottom - top + 1);
    }

    // A mark in one colour is known by its outline, so a plain picture is one without any hole, too.
    private static bool IsPlain(ColourPicture picture)
    {
        Span<byte> least = [255, 255, 255, 255], most = [0, 0, 0, 0];
        for (var at = 0; at < picture.Rgba.Length; at++)
        {
            var channel = at % ColourPicture.Channels;
            least[channel] = Math.Min(least[channel], picture.Rgba[at]);
            most[channel] = Math.Max(most[channel], picture.Rgba[at]);
        }

        return least[3] >= Opaque && most[0] - least[0] <= PlainRange && most[1] - least[1] <= PlainRange && most[2] - least[2] <= PlainRange;
    }
}
