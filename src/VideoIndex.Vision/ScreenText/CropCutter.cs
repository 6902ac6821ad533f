using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Vision.ScreenText.Lines;
using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.ScreenText;

/// <summary>Cuts a line out to be read: level, dark letters on white, a capital 40 pixels high, 20 pixels of white all around.</summary>
internal static class CropCutter
{
    /// <summary>How high a capital becomes, in pixels.</summary>
    public const int Capital = 40;

    /// <summary>How much is around the letters, in pixels.</summary>
    public const int Margin = CropShape.Margin;

    // Of the margin this much is the picture's own; beyond it the next line may stand.
    private const int Own = CropShape.Own;

    // No letter is blown up more, and no crop is wider.
    private const double MostGrowth = 8;
    private const int MostWidth = 8_000;

    /// <summary>Cuts a line out of the picture it was found in.</summary>
    public static GrayPicture Cut(TextLine line, Pyramid picture)
    {
        var scale = Math.Min(Math.Min(Capital / line.Capital, MostGrowth), MostWidth / (line.To - line.From));
        var level = 0;
        while (level + 1 < picture.Levels && 3 * scale * (1 << level) < 2)
        {
            level++;
        }

        var (width, height) = ((int)Math.Ceiling((line.To - line.From) * scale) + 2 * Margin, (int)Math.Ceiling((line.Foot - line.Top) * scale) + 2 * Margin);
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)255);
        for (var row = Margin - Own; row < height - Margin + Own; row++)
        {
            for (var column = Margin - Own; column < width - Margin + Own; column++)
            {
                var (x, y) = line.Point(line.From + (column + 0.5 - Margin) / scale, line.Top + (row + 0.5 - Margin) / scale);
                var value = Cubic.At(picture[level], x / (1 << level) - 0.5, y / (1 << level) - 0.5);
                var from = line.Light ? line.Ink - value : value - line.Ink;
                pixels[row * width + column] = (byte)Math.Clamp(255 * from / line.Contrast, 0, 255);
            }
        }

        return new GrayPicture(width, height, pixels);
    }
}
