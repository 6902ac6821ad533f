using VideoIndex.Logos.Ends.Following;
using VideoIndex.Logos.Geometry;

namespace VideoIndex.Logos.Ends;

/// <summary>Finds the last frame that shows a mark, going from one that surely does, forwards or backwards in time. Pure.</summary>
/// <remarks>
/// Flat marks are followed by correlation with the frame they are seen best in, as planar trackers do, cell by cell. A frame shows the mark
/// if enough of it is visible and its contrast is strong enough; that it is gone, or back, must be so for some frames in a row.
/// </remarks>
public sealed class EndFinder
{
    private const double UsuallyAlike = 0.8;
    private const int Remembered = 30;

    private readonly EndRule _rule;
    private readonly MarkTracker? _tracker;
    private readonly Queue<PatchView> _views = [];
    private (int Frames, bool Shown) _run = (0, true);

    /// <summary>Begins with what the mark looks like.</summary>
    /// <param name="rule">What counts as shown.</param>
    /// <param name="best">The frame it is seen best in, or the piece of it around the mark.</param>
    /// <param name="mark">Where the mark lies in that frame, in the whole picture's pixels.</param>
    /// <param name="place">Where it lies in the first frame that is added.</param>
    /// <param name="step">How far it is expected to move from a frame to the next, in pixels.</param>
    public EndFinder(EndRule rule, GrayCut best, Quad mark, Quad place, Point step)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(best);
        _rule = rule;
        Place = place;
        _tracker = MarkPatch.Of(best.Picture, best.In(mark)) is { } patch
            ? new MarkTracker(patch, new Quad(Back(place.TopLeft), Back(place.TopRight), Back(place.BottomRight), Back(place.BottomLeft)), step) : null;

        Point Back(Point corner) => new(corner.X - step.X, corner.Y - step.Y);
    }

    /// <summary>Gets whether the mark has drawing enough to be followed. Where it has not, no end is found.</summary>
    public bool CanTell => _tracker is not null;

    /// <summary>Gets how many frames were added.</summary>
    public int Added { get; private set; }

    /// <summary>Gets which of the frames added, counted from 0, is the last that shows the mark. The first does, whatever it looks like.</summary>
    public int LastShown { get; private set; }

    /// <summary>Gets whether it is still thought to be shown: the last frames, as many as must agree, do not all say it is gone.</summary>
    public bool IsShown { get; private set; } = true;

    /// <summary>Gets where the mark lay in the last frame that shows it.</summary>
    public Quad Place { get; private set; }

    /// <summary>Gets where it lies now, or is thought to while it is not seen.</summary>
    public Quad Now => _tracker?.Place ?? Place;

    /// <summary>Looks at the next frame; the first is the sure one.</summary>
    public void Add(GrayCut frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var at = Added++;
        if (_tracker is null)
        {
            return;
        }

        var (alike, strength) = Usual();
        var view = _tracker.Next(frame, alike, _rule.LeastAlike * alike);
        var visible = view.Visible * frame.Inside(_tracker.Place);
        var shown = at == 0 || (visible >= _rule.LeastVisible && view.Strength >= _rule.LeastStrength * strength);
        _run = shown == _run.Shown ? (_run.Frames + 1, shown) : (1, shown);
        IsShown = _run.Frames >= _rule.Steady ? shown : IsShown;
        if (shown && IsShown)
        {
            (LastShown, Place) = (at, _tracker.Place);
            Remember(view);
        }
    }

    private void Remember(PatchView view)
    {
        _views.Enqueue(view);
        if (_views.Count > Remembered)
        {
            _views.Dequeue();
        }
    }

    // What compression, blur and a camera that draws away leave of it in frames that show it: of the older half of those remembered,
    // so that what comes slowly is not taken for usual.
    private (double Alike, double Strength) Usual()
    {
        if (_views.Count < 4)
        {
            return (UsuallyAlike, 1);
        }

        var older = _views.Take((_views.Count + 1) / 2).ToList();
        return (Median(older.Select(view => view.Alike)), Median(older.Select(view => view.Strength)));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
