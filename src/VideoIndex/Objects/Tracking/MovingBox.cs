using VideoIndex.Looks;

namespace VideoIndex.Objects.Tracking;

/// <summary>A track while it is being made: where it was last, how fast it goes, and so where it should be next.</summary>
internal sealed class MovingBox
{
    // How much of a new step counts against the steps before it.
    private const double Fresh = .6;
    private readonly List<TrackPoint> _points = [];
    private double _across, _down;

    public MovingBox(int look, SeenObject seen) => _points.Add(new TrackPoint(look, seen));

    public IReadOnlyList<TrackPoint> Points => _points;

    public int LastLook => _points[^1].Look;

    /// <summary>Gets the class its sightings are surest of, their scores added up; of two, the lower.</summary>
    public int Label => _points.GroupBy(point => point.Seen.Label).OrderByDescending(name => name.Sum(point => point.Seen.Score)).ThenBy(name => name.Key).First().Key;

    public void Add(int look, SeenObject seen)
    {
        var (last, steps) = (_points[^1].Seen.Box, look - LastLook);
        var across = (Centre(seen.Box).X - Centre(last).X) / steps;
        var down = (Centre(seen.Box).Y - Centre(last).Y) / steps;
        var fresh = _points.Count == 1 ? 1 : Fresh;
        (_across, _down) = (_across + (fresh * (across - _across)), _down + (fresh * (down - _down)));
        _points.Add(new TrackPoint(look, seen));
    }

    /// <summary>Returns how alike a detection and what is expected at a look are: what the two boxes, enlarged, have in common of both together, from 0 to 1.</summary>
    public double Likeness(int look, PictureBox box, double buffer)
    {
        var steps = look - LastLook;
        return Common(_points[^1].Seen.Box, _across * steps, _down * steps, box, buffer);
    }

    /// <summary>Returns what two boxes have in common of both together, from 0 to 1.</summary>
    public static double Common(PictureBox one, PictureBox other) => Common(one, 0, 0, other, buffer: 0);

    private static double Common(PictureBox one, double across, double down, PictureBox other, double buffer)
    {
        var width = Shared(one.Left + across, one.Width, other.Left, other.Width, buffer);
        var height = Shared(one.Top + down, one.Height, other.Top, other.Height, buffer);
        var (larger, both) = (1 + (2 * buffer), width * height);
        var all = (larger * larger * ((double)one.Width * one.Height + (double)other.Width * other.Height)) - both;
        return both <= 0 ? 0 : both / all;
    }

    private static double Shared(double from, double length, double otherFrom, double otherLength, double buffer) => Math.Max(
        0,
        Math.Min(from + (length * (1 + buffer)), otherFrom + (otherLength * (1 + buffer)))
            - Math.Max(from - (length * buffer), otherFrom - (otherLength * buffer)));

    private static (double X, double Y) Centre(PictureBox box) => (box.Left + (box.Width / 2.0), box.Top + (box.Height / 2.0));
}
