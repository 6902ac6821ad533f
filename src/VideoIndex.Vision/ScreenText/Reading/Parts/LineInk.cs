using VideoIndex.Looks;

namespace VideoIndex.Vision.ScreenText.Reading.Parts;

/// <summary>Where in a part of a crop something dark is: which columns are blank, and which box the dark pixels between two columns fill.</summary>
internal sealed class LineInk
{
    // Between a letter, which is 0, and what is behind it, which is 255.
    private const byte Dark = 128;

    private readonly GrayPicture _crop;
    private readonly CropPart _part;
    private readonly int[] _dark;

    /// <summary>Looks at a part of a crop.</summary>
    /// <param name="crop">The crop, dark on light.</param>
    /// <param name="part">The part, within it.</param>
    public LineInk(GrayPicture crop, CropPart part)
    {
        (_crop, _part, _dark) = (crop, part, new int[part.Width]);
        for (var row = part.Top; row < part.Top + part.Height; row++)
        {
            var pixels = crop.Pixels.AsSpan((row * crop.Width) + part.Left, part.Width);
            for (var column = 0; column < pixels.Length; column++)
            {
                _dark[column] += pixels[column] < Dark ? 1 : 0;
            }
        }
    }

    /// <summary>Gets whether nothing is dark.</summary>
    public bool IsBlank => Array.TrueForAll(_dark, dark => dark == 0);

    /// <summary>Returns the widest stretch of blank columns between two columns; an empty one in the middle where there is none.</summary>
    /// <param name="from">The first column, in pixels of the crop.</param>
    /// <param name="to">The first column after those that count.</param>
    public (int From, int To) WidestGap(int from, int to)
    {
        var widest = (From: (from + to) / 2, To: (from + to) / 2);
        for (int column = Math.Max(from, _part.Left), start = column; column < Math.Min(to, _part.Left + _part.Width); column++)
        {
            if (_dark[column - _part.Left] > 0)
            {
                start = column + 1;
            }
            else if (column + 1 - start > widest.To - widest.From)
            {
                widest = (start, column + 1);
            }
        }

        return widest;
    }

    /// <summary>Returns the box around what is dark between two columns; all that is between them where nothing is.</summary>
    /// <param name="from">The first column, in pixels of the crop.</param>
    /// <param name="to">The first column after those that count.</param>
    public CropPart Box(int from, int to)
    {
        (from, to) = (Math.Max(from, _part.Left), Math.Min(to, _part.Left + _part.Width));
        var (left, right) = (from, to);
        while (left < right && _dark[left - _part.Left] == 0)
        {
            left++;
        }

        while (right > left && _dark[right - 1 - _part.Left] == 0)
        {
            right--;
        }

        var (top, bottom) = (_part.Top, _part.Top + _part.Height);
        if (left == right)
        {
            return new CropPart(from, top, Math.Max(0, to - from), bottom - top);
        }

        while (!IsDark(top, left, right))
        {
            top++;
        }

        while (!IsDark(bottom - 1, left, right))
        {
            bottom--;
        }

        return new CropPart(left, top, right - left, bottom - top);
    }

    private bool IsDark(int row, int left, int right) =>
        _crop.Pixels.AsSpan((row * _crop.Width) + left, right - left).IndexOfAnyInRange((byte)0, (byte)(Dark - 1)) >= 0;
}
