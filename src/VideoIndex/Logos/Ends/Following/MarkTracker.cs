using VideoIndex.Logos.Geometry;

namespace VideoIndex.Logos.Ends.Following;

/// <summary>Follows a mark from frame to frame: always one patch, so that nothing drifts, looked for around where its motion brings it.</summary>
/// <param name="patch">The mark.</param>
/// <param name="place">Where it lies before the first frame, in the whole picture's pixels.</param>
/// <param name="step">How far it is expected to move from a frame to the next, in pixels.</param>
internal sealed class MarkTracker(MarkPatch patch, Quad place, Point step)
{
    private const int Near = 3, Far = 16, FarStep = 2;
    private const double Enough = 0.85, LeastToFollow = 0.3;

    private static readonly double[] Parts = [0.5, 0.25];

    private Point _step = step;

    /// <summary>Gets where it lies, or is thought to while it is not seen.</summary>
    public Quad Place { get; private set; } = place;

    /// <summary>Looks for it in the next frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="usual">How like the mark it usually is where it is shown, 0 to 1.</param>
    /// <param name="leastAlike">The correlation from which a cell counts as visible.</param>
    public PatchView Next(GrayCut frame, double usual, double leastAlike)
    {
        var expected = Moved(Place, _step.X, _step.Y);
        var best = Around(frame, (expected, Alike(frame, expected)), Near, 1);
        if (best.Alike < Enough * usual)
        {
            best = Around(frame, Around(frame, best, Far, FarStep, expected), 1, 1);
        }

        best = Refined(frame, best);
        var view = patch.At(frame.Picture, frame.In(best.Place), leastAlike);
        if (best.Alike < LeastToFollow)
        {
            Place = expected;
            return view;
        }

        var (from, to) = (Place.Middle, best.Place.Middle);
        (_step, Place) = (new Point((_step.X + to.X - from.X) / 2, (_step.Y + to.Y - from.Y) / 2), best.Place);
        return view;
    }

    private (Quad Place, double Alike) Around(GrayCut frame, (Quad Place, double Alike) best, int reach, int step, Quad? middle = null)
    {
        var from = middle ?? best.Place;
        for (var y = -reach; y <= reach; y += step)
        {
            for (var x = -reach; x <= reach; x += step)
            {
                best = Better(frame, best, Moved(from, x * frame.Factor, y * frame.Factor));
            }
        }

        return best;
    }

    // By parts of a pixel, and as it grows, shrinks and turns.
    private (Quad Place, double Alike) Refined(GrayCut frame, (Quad Place, double Alike) best)
    {
        foreach (var part in Parts)
        {
            var move = part * frame.Factor;
            foreach (var (x, y) in ((double, double)[])[(move, 0), (-move, 0), (0, move), (0, -move)])
            {
                best = Better(frame, best, Moved(best.Place, x, y));
            }

            var turn = 0.02 * part;
            foreach (var (scale, angle) in ((double, double)[])[(1 + turn, 0), (1 - turn, 0), (1, turn), (1, -turn)])
            {
                var middle = best.Place.Middle;
                best = Better(frame, best, Through(best.Place, Affine.Similarity(scale, angle, middle, middle)));
            }
        }

        return best;
    }

    private (Quad Place, double Alike) Better(GrayCut frame, (Quad Place, double Alike) best, Quad other)
    {
        var alike = Alike(frame, other);
        return alike > best.Alike ? (other, alike) : best;
    }

    private double Alike(GrayCut frame, Quad at) => patch.At(frame.Picture, frame.In(at), 1).Alike;

    private static Quad Moved(Quad quad, double x, double y) => Through(quad, new Affine(1, 0, x, 0, 1, y));

    private static Quad Through(Quad quad, Affine map) => new(map.At(quad.TopLeft), map.At(quad.TopRight), map.At(quad.BottomRight), map.At(quad.BottomLeft));
}
