using System.Globalization;

namespace VideoIndex.Exporting;

/// <summary>Where the picture of each moment stands on contact sheets, so that a track of thumbnails and the sheets that are drawn agree.</summary>
/// <remarks>
/// Moments are counted from 0 through the whole export: video after video, each in its own order. Every moment has one cell, row after row; its picture is fitted into
/// the cell's picture and centred on black, and what is written of it stands in the strip below. A sheet that is full is followed by another.
/// </remarks>
public static class ThumbnailGrid
{
    /// <summary>How many cells stand side by side.</summary>
    public const int Columns = 5;

    /// <summary>How many rows of cells a sheet has at most.</summary>
    public const int Rows = 20;

    /// <summary>How many moments a full sheet shows.</summary>
    public const int PerSheet = Columns * Rows;

    /// <summary>How wide a picture is, in pixels; the cell is as wide.</summary>
    public const int Width = 320;

    /// <summary>How high a picture is, in pixels.</summary>
    public const int Height = 180;

    /// <summary>How high the strip below each picture is, in pixels.</summary>
    public const int Strip = 40;

    /// <summary>The name of the first sheet where nobody gave another.</summary>
    public const string UsualName = "sprite.png";

    /// <summary>Returns where a moment's picture stands.</summary>
    /// <param name="moment">Which moment, from 0.</param>
    public static ThumbnailPlace Of(int moment)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(moment);
        var (row, column) = Math.DivRem(moment % PerSheet, Columns);
        return new ThumbnailPlace(moment / PerSheet, column * Width, row * (Height + Strip));
    }

    /// <summary>Returns how many sheets so many moments need; 0 for none.</summary>
    public static int SheetsOf(int moments) => (moments + PerSheet - 1) / PerSheet;

    /// <summary>Returns how large a sheet is, in pixels: as wide and high as the cells on it need.</summary>
    /// <param name="sheet">Which sheet, from 0.</param>
    /// <param name="moments">How many moments there are on all of them.</param>
    public static (int Width, int Height) SizeOf(int sheet, int moments)
    {
        var cells = Math.Clamp(moments - (sheet * PerSheet), 0, PerSheet);
        return (Math.Min(cells, Columns) * Width, (cells + Columns - 1) / Columns * (Height + Strip));
    }

    /// <summary>Returns the name of a sheet by that of the first: <c>sprite.png</c>, then <c>sprite-2.png</c>.</summary>
    /// <param name="first">The name of the first, with its ending.</param>
    /// <param name="sheet">Which sheet, from 0.</param>
    public static string NameOf(string first, int sheet)
    {
        ArgumentNullException.ThrowIfNull(first);
        var dot = first.LastIndexOf('.') is > 0 and var found ? found : first.Length;
        return sheet == 0 ? first : string.Create(CultureInfo.InvariantCulture, $"{first[..dot]}-{sheet + 1}{first[dot..]}");
    }
}

/// <summary>Where a moment's picture stands.</summary>
/// <param name="Sheet">On which sheet, from 0.</param>
/// <param name="Left">Where it begins, in pixels from the sheet's left.</param>
/// <param name="Top">Where it begins, in pixels from the sheet's top.</param>
public readonly record struct ThumbnailPlace(int Sheet, int Left, int Top);
