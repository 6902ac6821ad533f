using VideoIndex.Looks;
using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.ScreenText.Lines;

/// <summary>A line of what may be words: where it is, in pixels of the look, and what it is like.</summary>
/// <remarks>
/// Along it runs u, across it v, downward: x = u c + v s and y = v c - u s, where c and s are the cosine and sine of the angle by
/// which it rises.
/// </remarks>
/// <param name="Cosine">The cosine of its angle.</param>
/// <param name="Sine">The sine of its angle, above 0 where it rises to the right.</param>
/// <param name="From">Where it begins along itself.</param>
/// <param name="To">Where it ends along itself.</param>
/// <param name="Top">Where its highest letters begin, across.</param>
/// <param name="Foot">Where its lowest letters end, across.</param>
internal sealed record TextLine(double Cosine, double Sine, double From, double To, double Top, double Foot)
{
    /// <summary>Gets how high a capital is, in pixels.</summary>
    public required double Capital { get; init; }

    /// <summary>Gets whether the letters are lighter than what is around them.</summary>
    public required bool Light { get; init; }

    /// <summary>Gets how much the letters stand out, in levels of gray.</summary>
    public required int Contrast { get; init; }

    /// <summary>Gets how light the letters are.</summary>
    public required int Ink { get; init; }

    /// <summary>Gets what its certainty is weighed from.</summary>
    public required IReadOnlyList<int> Terms { get; init; }

    /// <summary>Gets the runs of its letters, in pixels of the level it was seen at.</summary>
    public required IReadOnlyList<Run> Runs { get; init; }

    /// <summary>Gets the level it was seen at.</summary>
    public required int Level { get; init; }

    /// <summary>Gets how many pixels of the look one of that level is wide.</summary>
    public required double Scale { get; init; }

    /// <summary>Gets whether a model says that words stand there.</summary>
    public bool IsPlaced { get; init; }

    /// <summary>Gets how much it looks like words, 0 to 255.</summary>
    public byte Certainty { get; init; }

    /// <summary>Gets the upright box around it, in pixels: left, top, right, bottom.</summary>
    public (double Left, double Top, double Right, double Bottom) Bounds
    {
        get
        {
            var (a, b, c, d) = (Point(From, Top), Point(To, Top), Point(From, Foot), Point(To, Foot));
            return (Math.Min(Math.Min(a.X, b.X), Math.Min(c.X, d.X)), Math.Min(Math.Min(a.Y, b.Y), Math.Min(c.Y, d.Y)),
                Math.Max(Math.Max(a.X, b.X), Math.Max(c.X, d.X)), Math.Max(Math.Max(a.Y, b.Y), Math.Max(c.Y, d.Y)));
        }
    }

    /// <summary>Returns where a point of the line is in the look.</summary>
    public (double X, double Y) Point(double u, double v) => (u * Cosine + v * Sine, v * Cosine - u * Sine);

    /// <summary>Returns the upright box around it in ten-thousandths of a picture of this many pixels.</summary>
    public PictureBox Box(int width, int height)
    {
        var (left, top, right, bottom) = Bounds;
        var (x, y) = (Part(left, width), Part(top, height));
        return new PictureBox(x, y, Part(right, width) - x, Part(bottom, height) - y);
    }

    /// <summary>Returns the angle in tenths of a degree.</summary>
    /// <remarks>By the series of the arc tangent, so that every machine says the same; true to a tenth below 35 degrees.</remarks>
    public int Tenths
    {
        get
        {
            var slope = Sine / Cosine;
            var square = slope * slope;
            var radians = slope * (1 - square * (1 / 3.0 - square * (1 / 5.0 - square * (1 / 7.0 - square * (1 / 9.0 - square / 11)))));
            return (int)Math.Round(radians * (1800 / Math.PI));
        }
    }

    private static int Part(double at, int of) => (int)Math.Clamp(Math.Round(at * PictureBox.Whole / of), 0, PictureBox.Whole);
}
