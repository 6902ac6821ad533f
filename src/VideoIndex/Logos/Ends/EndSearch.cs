using VideoIndex.Logos.Ends.Following;
using VideoIndex.Logos.Geometry;
using VideoIndex.Looks;

namespace VideoIndex.Logos.Ends;

/// <summary>Looks for one end, some frames at a time: says which frames it wants, is given them, and says which it wants next.</summary>
/// <remarks>It keeps only what lies around the mark, so that many ends can share one decode.</remarks>
public sealed class EndSearch
{
    private const int Margin = 40;

    private readonly SortedDictionary<int, GrayCut> _taken = [];
    private readonly EndRule _rule;
    private readonly int _way, _factor;
    private EndFinder? _finder;
    private GrayCut? _best;
    private int _from, _until;

    /// <summary>Begins a search. Where no frame is to be looked at, it is done at once.</summary>
    /// <param name="end">The end.</param>
    /// <param name="rule">What counts as shown.</param>
    public EndSearch(OpenEnd end, EndRule rule)
    {
        ArgumentNullException.ThrowIfNull(end);
        (End, _rule, _way, _factor) = (end, rule, end.IsStart ? -1 : 1, GrayCut.FactorFor(end.Best.Corners));
        (_from, _until) = (end.Frame, Ahead(end.Frame));
        if (end.Bound == end.Frame)
        {
            (IsDone, Found) = (true, new FoundEnd(end.Edge, end.Sure.Corners));
        }
    }

    /// <summary>Gets the end it looks for.</summary>
    public OpenEnd End { get; }

    /// <summary>Gets whether it is done.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Gets what was found; null where it is not done, a frame was missing, or the mark has too little drawing to be followed.</summary>
    public FoundEnd? Found { get; private set; }

    /// <summary>Gets whether it ended because a frame it wanted did not come.</summary>
    public bool LacksFrames { get; private set; }

    /// <summary>Gets the stretches of frames it wants next, each by its first and last, in the order of the video.</summary>
    public IReadOnlyList<(int First, int Last)> Wanted
    {
        get
        {
            var range = (First: Math.Min(_from, _until), Last: Math.Max(_from, _until));
            return IsDone ? [] : _finder is not null || Holds(End.BestFrame) ? [range]
                : End.BestFrame < range.First ? [(End.BestFrame, End.BestFrame), range] : [range, (End.BestFrame, End.BestFrame)];
        }
    }

    /// <summary>Takes a frame, if it is one of those it wants.</summary>
    /// <param name="frame">Which, counted from 0.</param>
    /// <param name="picture">The whole of it, as large as a look.</param>
    public void Take(int frame, GrayPicture picture)
    {
        if (IsDone)
        {
            return;
        }

        if (Holds(frame))
        {
            _taken[frame] = GrayCut.Of(picture, Box(_finder?.Now ?? End.Sure.Corners), _factor);
        }

        if (_finder is null && frame == End.BestFrame)
        {
            _best = GrayCut.Of(picture, Box(End.Best.Corners), _factor);
        }
    }

    /// <summary>Looks through the frames it was given. Where one of those wanted is missing, it is done and has found nothing.</summary>
    public void Look()
    {
        if (IsDone || _best is null || _taken.Count != Math.Abs(_until - _from) + 1)
        {
            LacksFrames |= !IsDone;
            IsDone = true;
            return;
        }

        _finder ??= new EndFinder(_rule, _best, End.Best.Corners, End.Sure.Corners, End.Step);
        foreach (var (_, cut) in _way < 0 ? _taken.Reverse() : _taken)
        {
            _finder.Add(cut);
        }

        _taken.Clear();
        GoOn(_finder);
    }

    private void GoOn(EndFinder finder)
    {
        var last = End.Frame + (_way * finder.LastShown);
        if (finder.CanTell && finder.IsShown && _until != End.Bound)
        {
            (_from, _until) = (_until + _way, Ahead(_until));
            return;
        }

        IsDone = true;
        Found = !finder.CanTell ? null : new FoundEnd(last == End.Bound ? End.Edge : last, finder.Place);
    }

    private int Ahead(int frame) => _way < 0 ? Math.Max(End.Bound, frame - End.Stride) : Math.Min(End.Bound, frame + End.Stride);

    private bool Holds(int frame) => frame >= Math.Min(_from, _until) && frame <= Math.Max(_from, _until);

    // Where the mark may be in the frames wanted: as the camera moves it, and half its length more.
    private (int Left, int Top, int Right, int Bottom) Box(Quad now)
    {
        var (far, corners) = (new Point(End.Step.X * End.Stride, End.Step.Y * End.Stride), now.Corners);
        var (left, right) = (corners.Min(corner => corner.X), corners.Max(corner => corner.X));
        var (top, bottom) = (corners.Min(corner => corner.Y), corners.Max(corner => corner.Y));
        var more = (Math.Max(right - left, bottom - top) / 2) + Margin;
        return (
            Whole(Math.Min(left, left + far.X) - more),
            Whole(Math.Min(top, top + far.Y) - more),
            Whole(Math.Max(right, right + far.X) + more),
            Whole(Math.Max(bottom, bottom + far.Y) + more));

        static int Whole(double place) => (int)Math.Clamp(place, 0, 1 << 20);
    }
}
