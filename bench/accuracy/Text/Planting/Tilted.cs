using VideoIndex.Looks;
using VideoIndex.ScreenText;

namespace VideoIndex.Accuracy.Text.Planting;

/// <summary>A box that is turned, in pixels of a look.</summary>
internal readonly record struct Tilted(double X, double Y, double Width, double Height, double Degrees)
{
    // Points along and across by which areas are compared.
    private const int Along = 48, Across = 6;

    private (double Cosine, double Sine) Turn => (Math.Cos(Degrees * Math.PI / 180), Math.Sin(Degrees * Math.PI / 180));

    /// <summary>Returns the box whose upright box, and whose angle, a sighting has.</summary>
    public static Tilted Of(TextSighting sighting)
    {
        var (wide, high) = (sighting.Box.Width * (double)TextClip.Width / PictureBox.Whole, sighting.Box.Height * (double)TextClip.Height / PictureBox.Whole);
        var (x, y) = (sighting.Box.Left * (double)TextClip.Width / PictureBox.Whole + wide / 2, sighting.Box.Top * (double)TextClip.Height / PictureBox.Whole + high / 2);
        var box = new Tilted(x, y, wide, high, sighting.Angle / 10.0);
        var (cosine, sine) = (Math.Abs(box.Turn.Cosine), Math.Abs(box.Turn.Sine));
        var by = cosine * cosine - sine * sine;
        return box with { Width = (wide * cosine - high * sine) / by, Height = (high * cosine - wide * sine) / by };
    }

    /// <summary>Returns how much of it, 0 to 1, is in any of these, each let out by a pixel.</summary>
    public double Within(IReadOnlyList<Tilted> others)
    {
        var (inside, (cosine, sine)) = (0, Turn);
        for (var point = 0; point < Along * Across; point++)
        {
            var (u, v) = (((point % Along + 0.5) / Along - 0.5) * Width, ((point / Along + 0.5) / Across - 0.5) * Height);
            var (x, y) = (X + u * cosine + v * sine, Y + v * cosine - u * sine);
            inside += others.Any(other => other.Has(x, y)) ? 1 : 0;
        }

        return (double)inside / (Along * Across);
    }

    private bool Has(double x, double y)
    {
        var ((cosine, sine), dx, dy) = (Turn, x - X, y - Y);
        return Math.Abs(dx * cosine - dy * sine) <= Width / 2 + 1 && Math.Abs(dy * cosine + dx * sine) <= Height / 2 + 1;
    }
}
