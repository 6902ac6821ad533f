using VideoIndex.Looks;

namespace VideoIndex.ScreenText;

/// <summary>How a line lies in its crop, and so where in the picture a place in the crop is.</summary>
public static class CropShape
{
    /// <summary>How much is around the line on each side, in pixels of the crop.</summary>
    public const int Margin = 20;

    /// <summary>How much of that is the picture's own, next to the line; the rest is white, for the next line may stand there.</summary>
    public const int Own = 8;

    /// <summary>Returns where in the picture a word of a crop is.</summary>
    /// <param name="sighting">The line.</param>
    /// <param name="crop">The line's crop: its width and height in pixels.</param>
    /// <param name="word">The word, in pixels of the crop.</param>
    public static PictureBox InPicture(TextSighting sighting, (int Width, int Height) crop, ReadWord word)
    {
        ArgumentNullException.ThrowIfNull(sighting);
        ArgumentNullException.ThrowIfNull(word);
        var (length, height) = (Math.Max(1, crop.Width - (2 * Margin)), Math.Max(1, crop.Height - (2 * Margin)));
        var box = sighting.Box;
        var (left, right) = (Part(word.Left - Margin, length, box.Width), Part(word.Left + word.Width - Margin, length, box.Width));

        // The box of a line that is not level is as high as its letters and its rise together.
        var letters = LettersShare(sighting.Angle, length, height, box.Height);
        var rise = box.Height - letters;
        var (early, late) = sighting.Angle >= 0
            ? (box.Width - right, box.Width - left)
            : (left, right);
        var above = box.Width == 0 ? 0 : (int)((long)rise * early / box.Width);
        var below = box.Width == 0 ? rise : (int)((long)rise * late / box.Width);
        var top = above + Part(word.Top - Margin, height, letters);
        var bottom = below + Part(word.Top + word.Height - Margin, height, letters);
        return new PictureBox(box.Left + left, box.Top + top, right - left, Math.Max(0, bottom - top));
    }

    private static int Part(int pixels, int of, int whole) => (int)((long)Math.Clamp(pixels, 0, of) * whole / of);

    // In a box turned by an angle a, letters of height h and a line of length l take h cos a + l sin a. Up to 45 degrees two
    // terms of the tangent's series are enough, and the same on every machine.
    private static int LettersShare(int tenths, int length, int height, int boxHeight)
    {
        var angle = Math.Min(Math.Abs(tenths), 450) * Math.PI / 1800;
        var tangent = angle + (angle * angle * angle / 3);
        return (int)(boxHeight / (1 + (tangent * length / height)));
    }
}
