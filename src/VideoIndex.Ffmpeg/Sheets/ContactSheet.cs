using VideoIndex.Exporting;
using VideoIndex.Ffmpeg.Lettering;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Sheets;

/// <summary>A contact sheet while it is drawn: each moment's picture where <see cref="ThumbnailGrid"/> says, with words below.</summary>
public sealed class ContactSheet
{
    private const int Channels = 3, Indent = 6;

    // The times stand out; the rest is small.
    private static readonly (int Top, int Size, byte Ink)[] Lines = [(4, 2, 255), (21, 1, 230), (31, 1, 170)];

    private readonly byte[] _pixels;

    /// <summary>Begins a sheet: black, and dark gray below the pictures.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    public ContactSheet(int width, int height)
    {
        (Width, Height) = (width, height);
        _pixels = new byte[width * height * Channels];
        for (var top = ThumbnailGrid.Height; top < height; top += ThumbnailGrid.Height + ThumbnailGrid.Strip)
        {
            Board(38).Fill(0, top, width, ThumbnailGrid.Strip);
        }
    }

    /// <summary>Gets how wide it is, in pixels.</summary>
    public int Width { get; }

    /// <summary>Gets how high it is, in pixels.</summary>
    public int Height { get; }

    /// <summary>Gets its pixels: red, green and blue, rows top to bottom.</summary>
    public ReadOnlyMemory<byte> Rgb => _pixels;

    /// <summary>Gets how many signs have no letter, and stand there as boxes.</summary>
    public int Boxes { get; private set; }

    /// <summary>Draws a moment.</summary>
    /// <param name="place">Where.</param>
    /// <param name="picture">Its picture; null where there is none, which a cross says.</param>
    /// <param name="lines">What is written below it: three lines at most.</param>
    public void Add(ThumbnailPlace place, SmallPicture? picture, IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (picture is null)
        {
            Cross(place);
        }
        else
        {
            Lay(picture, place.Left + ((ThumbnailGrid.Width - picture.Width) / 2), place.Top + ((ThumbnailGrid.Height - picture.Height) / 2));
        }

        foreach (var (line, (top, size, ink)) in lines.Zip(Lines))
        {
            var legible = Legible.Of(line);
            Boxes += legible.Boxes;
            var room = (ThumbnailGrid.Width - (2 * Indent) + size) / ((Letters.Width + 1) * size);
            Letters.Draw(Board(ink), place.Left + Indent, place.Top + ThumbnailGrid.Height + top, legible.Within(room), size);
        }
    }

    private void Lay(SmallPicture picture, int left, int top)
    {
        for (var row = 0; row < picture.Height; row++)
        {
            picture.Rgb.AsSpan(row * picture.Width * Channels, picture.Width * Channels).CopyTo(_pixels.AsSpan((((top + row) * Width) + left) * Channels));
        }
    }

    private void Cross(ThumbnailPlace place)
    {
        var board = Board(90);
        for (var x = 0; x < ThumbnailGrid.Width; x++)
        {
            var y = x * ThumbnailGrid.Height / ThumbnailGrid.Width;
            board.Fill(place.Left + x, place.Top + y, 1, 2);
            board.Fill(place.Left + x, place.Top + ThumbnailGrid.Height - 2 - y, 1, 2);
        }
    }

    private Board Board(byte ink) => new(Width, Height, _pixels, [ink, ink, ink]);
}
