using VideoIndex.Looks;

namespace VideoIndex.ScreenText;

/// <summary>Takes away what is dark around outlined letters.</summary>
/// <remarks>
/// Light letters with a dark outline may stand before anything; in the crop they are black, their outline is white, and what is
/// behind both may be as dark as they are. It reaches the edge of what was cut out, and letters do not: everything dark that hangs together
/// with the edge is painted white.
/// </remarks>
public static class Surroundings
{
    private const byte White = 255;

    // Between a letter, which is 0, and its outline, which is 255 unless it is thin.
    private const byte Dark = 128;

    // Of the pixels between the letters' top and foot at least so many, in percent, are a letter's. Where fewer would be left, letters hung
    // together with the edge, and nothing is taken away.
    private const int LeastLetters = 4;

    // What is behind is told from the letters where it is so much lighter than they are, and then becomes so light.
    private const int LeastShade = 40, Pale = 208;

    private const int Edge = CropShape.Margin - CropShape.Own;

    /// <summary>Returns the crop without them; the crop itself where there are none.</summary>
    public static GrayPicture Clear(GrayPicture crop)
    {
        if (crop.Width <= 2 * CropShape.Margin || crop.Height <= 2 * CropShape.Margin)
        {
            return crop;
        }

        var pixels = (byte[])crop.Pixels.Clone();
        var open = new Stack<int>(EdgeOf(crop).Where(at => pixels[at] < Dark));
        if (open.Count == 0)
        {
            return crop;
        }

        var taken = Take(pixels, crop.Width, open);
        var shade = (int)taken.Average(at => crop.Pixels[at]);
        if (Letters(pixels, crop.Width, crop.Height) < LeastLetters)
        {
            return crop;
        }

        Soften(pixels, crop.Width, taken);
        Lighten(pixels, shade);
        return crop with { Pixels = pixels };
    }

    private static IEnumerable<int> EdgeOf(GrayPicture crop)
    {
        for (var column = Edge; column < crop.Width - Edge; column++)
        {
            yield return (Edge * crop.Width) + column;
            yield return ((crop.Height - Edge - 1) * crop.Width) + column;
        }

        for (var row = Edge; row < crop.Height - Edge; row++)
        {
            yield return (row * crop.Width) + Edge;
            yield return (row * crop.Width) + crop.Width - Edge - 1;
        }
    }

    // In percent of the pixels between the margins.
    private static int Letters(byte[] pixels, int width, int height)
    {
        var (across, down, dark) = (width - (2 * CropShape.Margin), height - (2 * CropShape.Margin), 0);
        for (var row = 0; row < down; row++)
        {
            dark += CountDark(pixels.AsSpan(((row + CropShape.Margin) * width) + CropShape.Margin, across));
        }

        return dark * 100 / (across * down);
    }

    private static int CountDark(ReadOnlySpan<byte> pixels)
    {
        var dark = 0;
        foreach (var pixel in pixels)
        {
            dark += pixel < Dark ? 1 : 0;
        }

        return dark;
    }

    // What is around the part that was cut out is white, so no neighbour is outside the picture.
    private static List<int> Take(byte[] pixels, int width, Stack<int> open)
    {
        var taken = new List<int>();
        while (open.TryPop(out var at))
        {
            if (pixels[at] < Dark)
            {
                pixels[at] = White;
                taken.Add(at);
                foreach (var next in (ReadOnlySpan<int>)[at - 1, at + 1, at - width, at + width])
                {
                    if (next >= 0 && next < pixels.Length && pixels[next] < Dark)
                    {
                        open.Push(next);
                    }
                }
            }
        }

        return taken;
    }

    // The gray rim between what was taken and the outline would be left as a shadow.
    private static void Soften(byte[] pixels, int width, List<int> taken)
    {
        foreach (var at in taken)
        {
            foreach (var next in (ReadOnlySpan<int>)[at - 1, at + 1, at - width, at + width, at - 2, at + 2, at - (2 * width), at + (2 * width)])
            {
                if (next >= 0 && next < pixels.Length && pixels[next] >= Dark)
                {
                    pixels[next] = White;
                }
            }
        }
    }

    // Of what is behind, pieces are shut in between the letters. Where it is not quite as dark as they are, so are the pieces.
    private static void Lighten(byte[] pixels, int shade)
    {
        if (shade >= LeastShade)
        {
            for (var at = 0; at < pixels.Length; at++)
            {
                pixels[at] = (byte)Math.Min(White, pixels[at] * Pale / shade);
            }
        }
    }
}
