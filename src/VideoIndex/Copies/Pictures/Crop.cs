using VideoIndex.Looks;

namespace VideoIndex.Copies.Pictures;

/// <summary>A part of a picture, in 1/256 of a cell of its sketch, that is drawn over the whole.</summary>
internal readonly record struct Crop(int Left, int Top, int Right, int Bottom)
{
    private const int Fine = 256;

    // At least so much of the width and the height is left: less is another picture.
    private const int LeastPercent = 80;

    /// <summary>Gets the whole picture.</summary>
    public static Crop None { get; } = new(0, 0, FrameSketches.Width * Fine, FrameSketches.Height * Fine);

    /// <summary>Gets the middle of the picture that every video has prints of: <see cref="Of"/> 85 %.</summary>
    public static Crop Middle { get; } = Of(85, 1, 1);

    /// <summary>Gets what is tried where two pictures are not alike as they are: a part of the one as the whole of the other.</summary>
    public static IReadOnlyList<(Crop Here, Crop There)> Tried { get; } =
    [
        .. from percent in new[] { 93, 86 }
           from across in Enumerable.Range(0, 3)
           from down in Enumerable.Range(0, 3)
           let part = Of(percent, across, down)
           from pair in new[] { (part, None), (None, part) }
           select pair,
    ];

    /// <summary>Gets how much of the picture's area is left, in percent.</summary>
    public int Percent => (int)((long)(Right - Left) * (Bottom - Top) * 100 / ((long)None.Right * None.Bottom));

    /// <summary>Gets the parts that differ from this one in one side by a step.</summary>
    /// <param name="step">How far the side is moved.</param>
    public IEnumerable<Crop> Near(int step)
    {
        foreach (var by in new[] { -step, step })
        {
            yield return this with { Left = Math.Max(0, Left + by) };
            yield return this with { Top = Math.Max(0, Top + by) };
            yield return this with { Right = Math.Min(None.Right, Right + by) };
            yield return this with { Bottom = Math.Min(None.Bottom, Bottom + by) };
        }
    }

    /// <summary>Gets whether enough is left.</summary>
    public bool IsEnough => (Right - Left) * 100 >= None.Right * LeastPercent && (Bottom - Top) * 100 >= None.Bottom * LeastPercent;

    /// <summary>Returns a part of the picture's own shape.</summary>
    /// <param name="percent">How much of the width and the height is left.</param>
    /// <param name="across">Where it lies, from 0 at the left to 2 at the right.</param>
    /// <param name="down">Where it lies, from 0 at the top to 2 at the bottom.</param>
    public static Crop Of(int percent, int across, int down)
    {
        var (width, height) = (None.Right * percent / 100, None.Bottom * percent / 100);
        var (left, top) = ((None.Right - width) * across / 2, (None.Bottom - height) * down / 2);
        return new Crop(left, top, left + width, top + height);
    }

    /// <summary>Replaces a picture by the part.</summary>
    public void Cut(Span<int> sums)
    {
        if (this != None)
        {
            Span<int> whole = stackalloc int[sums.Length];
            sums.CopyTo(whole);
            Resampling.Into(whole, sums, Left, Top, Right - Left, Bottom - Top);
        }
    }
}
