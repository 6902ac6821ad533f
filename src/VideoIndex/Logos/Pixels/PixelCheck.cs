using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;
using VideoIndex.Looks;

namespace VideoIndex.Logos.Pixels;

/// <summary>What the pixels say of a pose.</summary>
/// <param name="Map">The pose, moved a little to where they speak for it most.</param>
/// <param name="Likeness">How near the example comes to what is seen there, 0 to 1.</param>
internal readonly record struct PixelEvidence(Affine Map, double Likeness);

/// <summary>Compares an example with what a still shows at a pose, and moves the pose to where it fits best.</summary>
/// <remarks>
/// A search along one way after the other, first with the example drawn very small, where a large step still finds its way, then as
/// large as the still has detail for (coarse to fine, as Lucas and Kanade 1981 do it by gradients).
/// </remarks>
/// <param name="size">The example's size.</param>
/// <param name="patterns">The example drawn small, the smallest first.</param>
internal sealed class PixelCheck(LogoSize size, IReadOnlyList<MarkPattern> patterns)
{
    private const double LeastInside = 0.5, LeastRough = 0.3, LeastCoarse = 0.45, Finest = 0.9;

    // What one step is: of the root of the example's area to the side, and as a share of everything.
    private const double Shift = 0.06, Enlarge = 0.1, Turn = 0.1, Stretch = 0.12, Shear = 0.15;
    private const double FirstStep = 0.8, SecondStep = 0.5, LastStep = 0.125;
    private const int Ways = 6;

    /// <summary>Returns what the pixels say of a pose.</summary>
    /// <param name="still">The still.</param>
    /// <param name="map">From the example's pixels to the look's.</param>
    public PixelEvidence Of(StillLevels still, in Affine map)
    {
        var coarse = patterns[0];
        var best = Refined(still, coarse, new PixelEvidence(map, Likeness(still, coarse, map)), FirstStep);
        if (best.Likeness < LeastRough)
        {
            return best;
        }

        best = Refined(still, coarse, best, SecondStep);
        var fine = Fitting(map.Scale);
        if (fine == coarse || best.Likeness < LeastCoarse)
        {
            return best;
        }

        return Refined(still, fine, best with { Likeness = Likeness(still, fine, best.Map) }, LastStep);
    }

    // The largest that asks for no more detail than the look has.
    private MarkPattern Fitting(double scale) =>
        patterns.LastOrDefault(pattern => Math.Sqrt(pattern.Place.Across * pattern.Place.Down) * scale > Finest) ?? patterns[0];

    private PixelEvidence Refined(StillLevels still, MarkPattern pattern, PixelEvidence best, double step)
    {
        for (var way = 0; way < Ways; way++)
        {
            for (var sign = -1; sign <= 1; sign += 2)
            {
                var moved = Moved(best.Map, way, sign * step);
                var likeness = Likeness(still, pattern, moved);
                if (likeness > best.Likeness)
                {
                    best = new PixelEvidence(moved, likeness);
                    break;
                }
            }
        }

        return best;
    }

    // About the example's middle: to the side, down, larger, turned, stretched, sheared.
    private Affine Moved(in Affine map, int way, double step)
    {
        var root = Math.Sqrt(size.Width * size.Height);
        var (a, b, c, d) = way switch
        {
            2 => (1 + (Enlarge * step), 0.0, 0.0, 1 + (Enlarge * step)),
            3 => (1.0, -Turn * step * size.Height / root, Turn * step * size.Height / root, 1.0),
            4 => (1 + (Stretch * step), 0.0, 0.0, 1 - (Stretch * step)),
            5 => (1.0, Shear * step, 0.0, 1.0),
            _ => (1.0, 0.0, 0.0, 1.0),
        };
        var middle = size.Middle;
        var x = (way == 0 ? Shift * step * root : 0) + middle.X - (a * middle.X) - (b * middle.Y);
        var y = (way == 1 ? Shift * step * root : 0) + middle.Y - (c * middle.X) - (d * middle.Y);
        return new Affine(
            (map.A * a) + (map.B * c), (map.A * b) + (map.B * d), (map.A * x) + (map.B * y) + map.X,
            (map.C * a) + (map.D * c), (map.C * b) + (map.D * d), (map.C * x) + (map.D * y) + map.Y);
    }

    private static double Likeness(StillLevels still, MarkPattern pattern, in Affine map)
    {
        var place = pattern.Place;
        var (picture, scale) = still.For(1 / (Math.Sqrt(place.Across * place.Down) * map.Scale));
        var middle = map.At(new Point(place.X, place.Y));
        var onto = new Affine(
            scale * map.A * place.Across, scale * map.B * place.Down, ((middle.X + 0.5) * scale) - 0.5,
            scale * map.C * place.Across, scale * map.D * place.Down, ((middle.Y + 0.5) * scale) - 0.5);
        var sums = PatchSums.Of(pattern, new PixelBox(0, 0, pattern.Width, pattern.Height), picture, onto);
        return sums.Count < LeastInside * pattern.Width * pattern.Height ? 0 : PatternFit.Likeness(sums);
    }
}
