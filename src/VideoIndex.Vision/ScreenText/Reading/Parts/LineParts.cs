using VideoIndex.Looks;
using VideoIndex.ScreenText;

namespace VideoIndex.Vision.ScreenText.Reading.Parts;

/// <summary>Which parts of a crop are read: the line with a little around it; of one that is too long, piece after piece.</summary>
internal static class LineParts
{
    // How much of the margin around the line is read with it, in pixels of the crop (docs/text.md).
    private const int Around = 12;

    /// <summary>Returns the parts, from left to right.</summary>
    /// <param name="crop">The crop, as <see cref="SpottedText.Crops"/> describes it; of one too small for its margins, all of it.</param>
    /// <param name="height">How high the model takes lines.</param>
    /// <param name="most">How wide it takes them at the most.</param>
    public static IReadOnlyList<CropPart> Of(GrayPicture crop, int height, int most)
    {
        var off = CropShape.Margin - Around;
        var whole = Math.Min(crop.Width, crop.Height) > 2 * CropShape.Margin
            ? new CropPart(off, off, crop.Width - (2 * off), crop.Height - (2 * off))
            : new CropPart(0, 0, crop.Width, crop.Height);
        if (whole.WidthAt(height) <= most)
        {
            return [whole];
        }

        // Cut in the widest gap of the last half that still fits: between words, if there are any.
        var (parts, ink, from, end) = (new List<CropPart>(), new LineInk(crop, whole), whole.Left, whole.Left + whole.Width);
        var fits = Math.Max(1, most * whole.Height / height);
        while (end - from > fits)
        {
            var (start, after) = ink.WidestGap(from + (fits / 2), from + fits);
            var cut = (start + after + 1) / 2;
            parts.Add(whole with { Left = from, Width = cut - from });
            from = cut;
        }

        parts.Add(whole with { Left = from, Width = end - from });
        return parts;
    }
}
