using VideoIndex.Vision.ScreenText.Lines;
using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.ScreenText;

/// <summary>Says whether a line is the very picture that stood there at the look before.</summary>
/// <remarks>
/// Only the letters are compared: what is behind them may move. Where the letters of either look are another shade in the other,
/// together about as much as one stroke of a small digit, the line is another.
/// </remarks>
internal sealed class Sameness
{
    private readonly Dictionary<int, int> _off = [];

    /// <summary>Returns whether two lines are at the same place.</summary>
    public static bool SamePlace(TextLine line, TextLine other)
    {
        var (a, b) = (line.Bounds, other.Bounds);
        var slack = Math.Max(2, Math.Min(line.Capital, other.Capital) / 5);
        return Math.Abs(a.Left - b.Left) <= slack && Math.Abs(a.Right - b.Right) <= slack
            && Math.Abs(a.Top - b.Top) <= slack && Math.Abs(a.Bottom - b.Bottom) <= slack;
    }

    /// <summary>Returns whether the letters of both looks are the same in both.</summary>
    public bool SamePicture(TextLine line, Pyramid picture, TextLine before, Pyramid pictureBefore) =>
        line.Light == before.Light && Stands(line, picture, pictureBefore) && Stands(before, picture, pictureBefore);

    // Pixels that are off by half the contrast, gathered in squares of half a letter's height.
    private bool Stands(TextLine line, Pyramid picture, Pyramid other)
    {
        _off.Clear();
        var capital = (int)(line.Capital / line.Scale);
        var (side, most, apart) = (Math.Max(3, capital / 2), Math.Max(3, capital * capital / 64), Math.Max(12, line.Contrast / 2));
        var (here, there) = (picture[line.Level], other[line.Level]);
        foreach (var run in line.Runs)
        {
            for (var x = run.Start; x < run.End; x++)
            {
                var at = run.Row * here.Width + x;
                if (Math.Abs(here.Pixels[at] - there.Pixels[at]) > apart)
                {
                    var square = run.Row / side * here.Width + x / side;
                    var count = _off.GetValueOrDefault(square) + 1;
                    if (count >= most)
                    {
                        return false;
                    }

                    _off[square] = count;
                }
            }
        }

        return true;
    }
}
