using VideoIndex.Looks;

namespace VideoIndex.Copies.Pictures;

/// <summary>A part of a picture, in 1/256 of a cell of its sketch, that is drawn over the whole.</summary>
internal readonly record struct Crop(int Left, int Top, int Width, int Height)
{
    private const int Fine = 256;

    /// <summary>Gets the whole picture.</summary>
    public static Crop None { get; } = new(0, 0, FrameSketches.Width * Fine, FrameSketches.Height * Fine);

    /// <summary>Gets what is tried where two pictures are not alike as they are: a part of the one as the whole of the other, and its size in percent.</summary>
    public static IReadOnlyList<(Crop Here, Crop There, int Percent)> Tried { get; } =
    [
        .. from percent in new[] { 95, 90, 85 }
           from across in Enumerable.Range(0, 3)
           from down in Enumerable.Range(0, 3)
           let part = Of(percent, across, down)
           from pair in new[] { (part, None, percent), (None, part, percent) }
           select pair,
    ];

    /// <summary>Returns a part of the picture's own shape.</summary>
    /// <param name="percent">How much of the width and the height is left.</param>
    /// <param name="across">Where it lies, from 0 at the left to 2 at the right.</param>
    /// <param name="down">Where it lies, from 0 at the top to 2 at the bottom.</param>
    public static Crop Of(int percent, int across, int down)
    {
        var (width, height) = (None.Width * percent / 100, None.Height * percent / 100);
        return new Crop((None.Width - width) * across / 2, (None.Height - height) * down / 2, width, height);
    }

    /// <summary>Replaces a picture by the part.</summary>
    public void Cut(Span<int> sums)
    {
        if (this != None)
        {
            Span<int> whole = stackalloc int[sums.Length];
            sums.CopyTo(whole);
            Resampling.Into(whole, sums, Left, Top, Width, Height);
        }
    }
}
