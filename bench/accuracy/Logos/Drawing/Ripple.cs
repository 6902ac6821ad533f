namespace VideoIndex.Accuracy.Logos.Drawing;

/// <summary>How cloth warps: two waves that run over it. Lengths are in parts of its longer side; the slope stays below a third, so that it never folds.</summary>
internal sealed record Ripple(double Strength, double Waves, double Speed, double Phase)
{
    public static Ripple Any(Random random) => new(
        0.008 + (random.NextDouble() * 0.02), 0.6 + (random.NextDouble() * 0.6), 1 + (random.NextDouble() * 4), random.NextDouble() * 6);

    /// <summary>Returns which point of the cloth shows where a point of it would lie flat.</summary>
    public (double X, double Y) Shown(double x, double y, double side, double seconds)
    {
        var (across, down) = (x / side * Waves * 2 * Math.PI, y / side * Waves * 2 * Math.PI);
        return (
            x + (Strength * side * Math.Sin(down + (0.6 * across) + (Speed * seconds) + Phase)),
            y + (Strength * side * Math.Sin(across + (0.4 * down) + (Speed * 1.3 * seconds) + (2 * Phase))));
    }

    /// <summary>Returns where a point of the cloth shows.</summary>
    public (double X, double Y) Place(double x, double y, double side, double seconds)
    {
        var (placeX, placeY) = (x, y);
        for (var step = 0; step < 40; step++)
        {
            var shown = Shown(placeX, placeY, side, seconds);
            (placeX, placeY) = (placeX + x - shown.X, placeY + y - shown.Y);
        }

        return (placeX, placeY);
    }
}
