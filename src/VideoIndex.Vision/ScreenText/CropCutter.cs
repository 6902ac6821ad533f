using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Vision.ScreenText.Lines;
using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.ScreenText;

/// <summary>Cuts a line out to be read: level, dark letters on white, a capital 40 pixels high, 20 pixels of white all around.</summary>
/// <remarks>
/// What is not the letters' own is made white, so that words with an outline stand alone; but not where a model found them, for then it is not known which
/// strokes are letters.
/// </remarks>
internal static class CropCutter
{
    /// <summary>How high a capital becomes, in pixels.</summary>
    public const int Capital = 40;

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
        while (level + 1 < picture.Levels && 3 * scale * picture.Scale(level) < 2)
        {
            level++;
        }

        var pixel = picture.Scale(level);
        var (width, height) = ((int)Math.Ceiling((line.To - line.From) * scale) + 2 * CropShape.Margin, (int)Math.Ceiling((line.Foot - line.Top) * scale) + 2 * CropShape.Margin);
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)255);
        var letters = line.IsPlaced ? null : new LetterMask(picture[line.Level], line);
        for (var row = CropShape.Margin - Own; row < height - CropShape.Margin + Own; row++)
        {
            for (var column = CropShape.Margin - Own; column < width - CropShape.Margin + Own; column++)
            {
                var (x, y) = line.Point(line.From + (column + 0.5 - CropShape.Margin) / scale, line.Top + (row + 0.5 - CropShape.Margin) / scale);
                if (letters is null || letters.Has(x / line.Scale - 0.5, y / line.Scale - 0.5))
                {
                    var value = Cubic.At(picture[level], x / pixel - 0.5, y / pixel - 0.5);
                    var dark = 255 - Math.Clamp(255 * (line.Light ? line.Ink - value : value - line.Ink) / line.Contrast, 0, 255);
                    pixels[row * width + column] = (byte)(255 - dark);
                }
            }
        }

        return new GrayPicture(width, height, pixels);
    }
}
