using VideoIndex.Logos.Geometry;

namespace VideoIndex.Logos.Evidence;

/// <summary>Follows keypoints from look to look, so that what stands is kept once.</summary>
/// <remarks>
/// A keypoint goes on where one of nearly the same code, size and place is seen at the next look, its place being where the camera's motion
/// would bring it. Tracks of what a shot shows are an old way to keep little of much footage (Sivic and Zisserman, "Video Google", 2003).
/// </remarks>
public sealed class FeatureTracker
{
    private const int Tolerance = 5 * 16;      // sixteenths of a pixel
    private const int SizeTolerance = 7;       // sixteenths of an octave
    private const int CodeTolerance = 28;      // bits
    private readonly List<LookPose> _looks = [];
    private readonly List<FeatureTrack> _done = [];
    private List<Live> _live = [];

    /// <summary>Gets the pose of each look so far.</summary>
    public IReadOnlyList<LookPose> Looks => _looks;

    /// <summary>Returns the tracks that have ended since the last call.</summary>
    public IReadOnlyList<FeatureTrack> TakeEnded()
    {
        var ended = _done.ToArray();
        _done.Clear();
        return ended;
    }

    /// <summary>Adds the next look.</summary>
    /// <param name="timestamp">When it is shown.</param>
    /// <param name="look">What it adds; null where there is a gap before it and nothing goes on.</param>
    /// <param name="follows">Whether the look before is the one it was compared with.</param>
    public void Add(long timestamp, LookFeatures look, bool follows)
    {
        ArgumentNullException.ThrowIfNull(look);
        var seen = Seen(look, follows);
        var motion = follows && _live.Count > 0 ? CameraMotion.Between([.. _live.Select(live => live.Now)], seen, look.Changed.Share) : null;
        if (motion is { } moved)
        {
            _looks.Add(_looks[^1].Then(timestamp, moved));
            GoOn(seen);
        }
        else
        {
            End();
            _looks.Add(LookPose.Start(timestamp));
            _live = [.. seen.Select(feature => new Live(feature, feature, _looks.Count - 1, 1))];
        }
    }

    /// <summary>Ends all tracks.</summary>
    public void End()
    {
        _done.AddRange(_live.Select(live => live.Track));
        _live = [];
    }

    // What stands where nothing changed, and what is new where something did.
    private List<SeenFeature> Seen(LookFeatures look, bool follows) => follows
        ? [.. _live.Select(live => live.Now).Where(now => !look.Changed.Holds(now.X / 16.0, now.Y / 16.0)), .. look.Features]
        : [.. look.Features];

    private void GoOn(List<SeenFeature> seen)
    {
        var here = _looks.Count - 1;
        var expected = new PlaceGrid(Tolerance, _live.Select(live => Expected(live, here)));
        var taken = new bool[_live.Count];
        var next = new List<Live>(seen.Count);
        foreach (var feature in seen)
        {
            var (best, distance) = (-1, CodeTolerance + 1);
            foreach (var at in expected.Near(feature.X, feature.Y))
            {
                var live = _live[at];
                if (!taken[at] && live.Count < FeatureTrack.Most && Math.Abs(live.Now.Scale - feature.Scale) <= SizeTolerance
                    && feature.Code.Distance(live.Start.Code) is var apart && apart < distance)
                {
                    (best, distance) = (at, apart);
                }
            }

            if (best >= 0)
            {
                taken[best] = true;
            }

            next.Add(best >= 0 ? _live[best] with { Now = feature, Count = _live[best].Count + 1 } : new Live(feature, feature, here, 1));
        }

        _done.AddRange(_live.Where((_, at) => !taken[at]).Select(live => live.Track));
        _live = next;
    }

    // Where the reader of the track will say it is: so what is kept is never further off than the tolerance.
    private Point Expected(Live live, int look)
    {
        var place = _looks[live.First].To(_looks[look]).At(new Point(live.Start.X / 16.0, live.Start.Y / 16.0));
        return new Point(place.X * 16, place.Y * 16);
    }

    private sealed record Live(SeenFeature Start, SeenFeature Now, int First, int Count)
    {
        public FeatureTrack Track => new(Start, (uint)First, (byte)Count);
    }
}

/// <summary>Finds places near a place.</summary>
internal sealed class PlaceGrid
{
    private readonly int _reach;
    private readonly Dictionary<(int, int), List<int>> _cells = [];
    private readonly List<Point> _places = [];

    /// <summary>Creates one.</summary>
    /// <param name="reach">How far is near.</param>
    /// <param name="places">The places.</param>
    public PlaceGrid(int reach, IEnumerable<Point> places)
    {
        _reach = reach;
        foreach (var place in places)
        {
            var cell = Cell(place.X, place.Y);
            if (!_cells.TryGetValue(cell, out var held))
            {
                _cells.Add(cell, held = []);
            }

            held.Add(_places.Count);
            _places.Add(place);
        }
    }

    /// <summary>Returns the numbers of those within reach, the order being the same every time.</summary>
    public IEnumerable<int> Near(double x, double y)
    {
        var (column, row) = Cell(x, y);
        var here = new Point(x, y);
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                if (!_cells.TryGetValue((column + dx, row + dy), out var held))
                {
                    continue;
                }

                foreach (var at in held)
                {
                    if (_places[at].To(here) <= _reach)
                    {
                        yield return at;
                    }
                }
            }
        }
    }

    private (int, int) Cell(double x, double y) => ((int)Math.Floor(x / _reach), (int)Math.Floor(y / _reach));
}
