using VideoIndex.Looks;

namespace VideoIndex.Objects;

/// <summary>A detection as it is kept: its place free of the picture's size, its score in thousandths.</summary>
/// <param name="Label">Which of the detector's classes it is, from 0.</param>
/// <param name="Score">How sure the model is, in thousandths, from 0 to 1000.</param>
/// <param name="Box">Where it is, cut off at the picture's edges.</param>
public readonly record struct SeenObject(int Label, int Score, PictureBox Box)
{
    /// <summary>The score of what is certain.</summary>
    public const int Certain = 1000;

    /// <summary>The most that are kept of one look by one detector, the surest: more than any of them are believed.</summary>
    public const int MostInALook = 64;

    /// <summary>Returns what is kept of a look: the surest <see cref="MostInALook"/>, the surest first; of two equally sure, by class and then by place.</summary>
    /// <param name="found">What the detector found, in pixels of the look.</param>
    /// <param name="width">The width of the look in pixels.</param>
    /// <param name="height">The height of the look in pixels.</param>
    /// <remarks>What lies outside the picture, or has no score or no place that is a number, is left out.</remarks>
    public static IReadOnlyList<SeenObject> Kept(IReadOnlyList<Detection> found, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(found);
        return
        [
            .. found.Select(one => Of(one, width, height)).OfType<SeenObject>()
                .OrderByDescending(one => one.Score).ThenBy(one => one.Label).ThenBy(one => one.Box.Left).ThenBy(one => one.Box.Top)
                .ThenBy(one => one.Box.Width).ThenBy(one => one.Box.Height)
                .Take(MostInALook),
        ];
    }

    private static SeenObject? Of(Detection found, int width, int height)
    {
        var box = found.Box;
        if (!float.IsFinite(found.Score + box.Left + box.Top + box.Right + box.Bottom))
        {
            return null;
        }

        var (left, right) = (Units(box.Left, width), Units(box.Right, width));
        var (top, bottom) = (Units(box.Top, height), Units(box.Bottom, height));
        return left < right && top < bottom
            ? new SeenObject(found.Label, (int)Math.Round(Math.Clamp((double)found.Score, 0, 1) * Certain), new PictureBox(left, top, right - left, bottom - top))
            : null;
    }

    private static int Units(float pixels, int side) => (int)Math.Round(Math.Clamp((double)pixels / side, 0, 1) * PictureBox.Whole);
}
