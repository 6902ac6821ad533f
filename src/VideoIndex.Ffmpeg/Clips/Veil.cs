using System.Globalization;
using VideoIndex.Faces;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Media;
using VideoIndex.Objects;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Clips;

/// <summary>What lies over the pictures of a clip: squares of one colour each where a face is, and nothing elsewhere.</summary>
/// <remarks>
/// Where it lies is told to FFmpeg by small gray pictures with the frames' own timestamps; one that is the same as the last is left out, for the
/// last stays. They are stretched over the picture.
/// The squares are one grid for the whole clip, a third of the largest face or more: of a face no more than about three by three colours stay.
/// </remarks>
internal sealed class Veil : IOverlay
{
    /// <summary>The file with the small pictures.</summary>
    public const string Name = "veil.ivf";

    private const int SquaresAcrossFace = 3, LeastSquare = 16, MostCells = 240;

    private readonly int _width, _height, _columns, _rows;
    private readonly int _squaresAcross, _squaresDown;

    /// <summary>Creates one.</summary>
    /// <param name="track">The pictures it lies over.</param>
    /// <param name="largest">The longer side of the largest face, as a part of the picture's longer side as displayed.</param>
    public Veil(PictureTrack track, double largest)
    {
        var turned = track.Rotation is 90 or 270;
        (_width, _height) = (Even(turned ? track.Height : track.Width), Even(turned ? track.Width : track.Height));
        (_columns, _rows) = Fit(_width, _height, MostCells, Math.Max(_width, _height) / 2);
        var shown = DecodeCommand.Displayed(track);
        var square = Math.Max(LeastSquare, largest * Math.Max(shown.Width, shown.Height) / SquaresAcrossFace);
        (_squaresAcross, _squaresDown) = (Math.Max(2, (int)(shown.Width / square)), Math.Max(2, (int)(shown.Height / square)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Input { get; } = IvfFile.Input(Name);

    /// <inheritdoc/>
    /// <remarks>The scaler shrinks in two steps, for one has a limit.</remarks>
    public string Filters => string.Create(
        CultureInfo.InvariantCulture,
        $"scale={_width}:{_height},format=yuv420p,split=2[clear][whole];"
        + $"[whole]format=yuv444p,scale={Math.Max(_squaresAcross, _width / 8)}:{Math.Max(_squaresDown, _height / 8)}:flags=area,scale={_squaresAcross}:{_squaresDown}:flags=area,"
        + $"scale={_width}:{_height}:flags=neighbor,format=yuva420p[squares];"
        + $"[1:v]scale={_width}:{_height}:flags=neighbor,format=gray[where];[squares][where]alphamerge[veil];"
        + $"[clear][veil]overlay=format=yuv420,format=yuv420p");

    /// <summary>Writes the small pictures.</summary>
    /// <param name="to">Where to; disposed.</param>
    /// <param name="unit">The unit of the timestamps.</param>
    /// <param name="timestamps">When each frame is shown, from 0.</param>
    /// <param name="cover">What is covered, in pixels of the looks.</param>
    /// <param name="look">How large the looks were.</param>
    public void Write(Stream to, Rational unit, IReadOnlyList<long> timestamps, FaceCover cover, LookSize look)
    {
        using var small = new IvfFile(to, unit, _columns, _rows);
        var (last, cells) = (new byte[_columns * _rows], new byte[_columns * _rows]);
        for (var frame = 0; frame < timestamps.Count; frame++)
        {
            cells.AsSpan().Clear();
            foreach (var box in cover.Frames[frame])
            {
                Fill(cells, box, look);
            }

            if (frame == 0 || !cells.AsSpan().SequenceEqual(last))
            {
                small.Add(cells, timestamps[frame]);
                (last, cells) = (cells, last);
            }
        }
    }

    // Every cell a box touches.
    private void Fill(byte[] cells, in DetectionBox box, LookSize look)
    {
        var (left, right) = Reach(box.Left / look.Width, box.Right / look.Width, _columns);
        var (top, bottom) = Reach(box.Top / look.Height, box.Bottom / look.Height, _rows);
        for (var row = top; row < bottom; row++)
        {
            cells.AsSpan(row * _columns, _columns)[left..Math.Max(left, right)].Fill(255);
        }
    }

    private static (int From, int To) Reach(float from, float to, int cells) =>
        ((int)Math.Clamp(MathF.Floor(from * cells), 0, cells), (int)Math.Clamp(MathF.Ceiling(to * cells), 0, cells));

    private static (int Columns, int Rows) Fit(int width, int height, int most, int half)
    {
        var longer = Math.Min(most, half);
        return width >= height
            ? (longer, Math.Max(1, (int)((long)height * longer / width)))
            : (Math.Max(1, (int)((long)width * longer / height)), longer);
    }

    // As the clip without it: the picture's sides, even.
    private static int Even(int side) => Math.Max(2, side / 2 * 2);
}
