using VideoIndex.Ffmpeg.Lettering;

namespace VideoIndex.Ffmpeg.Tests.Lettering;

/// <summary>Reads a label out of a decoded frame, wherever it stands in it: every dot of every letter must be as it was drawn.</summary>
internal static class ReadLetters
{
    private const string Signs = "0123456789:;.";
    private const int White = 150, Black = 105, Shortest = 11;

    private static readonly Dictionary<char, bool[]> Shapes = Signs.ToDictionary(sign => sign, ShapeOf);

    /// <summary>Returns the label in the frame; null where there is none that can be read.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="size">How many pixels a dot is wide and high.</param>
    public static string? LabelIn(GrayPicture frame, int size)
    {
        var (across, down) = ((Letters.Width + 1) * size, Letters.Height * size);
        for (var top = 0; top <= frame.Height - down; top++)
        {
            for (var left = 0; left <= frame.Width - (Shortest * across); left++)
            {
                if (TextAt(frame, left, top, size) is { Length: >= Shortest } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    private static string TextAt(GrayPicture frame, int left, int top, int size)
    {
        var text = "";
        while (left + (Letters.Width * size) <= frame.Width && Signs.FirstOrDefault(sign => Is(frame, left, top, size, Shapes[sign])) is not '\0' and var sign)
        {
            text += sign;
            left += (Letters.Width + 1) * size;
        }

        return text;
    }

    private static bool Is(GrayPicture frame, int left, int top, int size, bool[] shape)
    {
        for (var dot = 0; dot < shape.Length; dot++)
        {
            var seen = frame.At(left + (dot % Letters.Width * size) + (size / 2), top + (dot / Letters.Width * size) + (size / 2));
            if (shape[dot] ? seen < White : seen > Black)
            {
                return false;
            }
        }

        return true;
    }

    private static bool[] ShapeOf(char sign)
    {
        var board = new Board(Letters.Width, Letters.Height, new byte[Letters.Width * Letters.Height], [1]);
        Letters.Draw(board, 0, 0, $"{sign}", 1);
        return [.. board.Pixels.Select(pixel => pixel == 1)];
    }
}
