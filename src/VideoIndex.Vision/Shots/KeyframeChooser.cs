using VideoIndex.Shots;

namespace VideoIndex.Vision.Shots;

/// <summary>Keeps, while a video is decoded, the few pictures from which every shot can be given its keyframe afterwards.</summary>
/// <remarks>
/// The cuts are decided after the decode, and again when the threshold is changed, so a picture may be thrown away only
/// if a better one is kept that no permitted threshold can part it from. Between two frames whose
/// <see cref="CutStrength"/> reaches <see cref="CutOptions.LeastThreshold"/> one picture is kept: a long still shot
/// keeps one, whatever its length, and no video keeps more than it was offered.
/// </remarks>
public sealed class KeyframeChooser : IKeyframeChooser
{
    private readonly List<KeyframeCandidate> _kept = [], _unsettled = [];
    private readonly List<FrameScore> _recent = [];
    private KeyframeCandidate? _best;
    private int _frames, _stretch;

    /// <summary>Gets the pictures still kept, in the order of their frames.</summary>
    public IEnumerable<KeyframeCandidate> Kept => [.. _kept, .. _best is null ? [] : new[] { _best }, .. _unsettled];

    /// <inheritdoc/>
    public IReadOnlyList<string> Add(long timestamp, FrameScore score, string? picture)
    {
        if (picture is not null)
        {
            _unsettled.Add(new KeyframeCandidate(_frames, timestamp, picture, score));
        }

        _recent.Add(score);
        _frames++;
        if (_recent.Count <= CutStrength.Reach)
        {
            return [];
        }

        var decided = Decide(_frames - 1 - CutStrength.Reach, _recent.Count - 1 - CutStrength.Reach);
        if (_recent.Count > 2 * CutStrength.Reach + 1) // the very first frame has no say: one more keeps it out of the window
        {
            _recent.RemoveAt(0);
        }

        return decided;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Finish()
    {
        var dropped = new List<string>();
        for (var ahead = Math.Min(CutStrength.Reach, _recent.Count); ahead > 0; ahead--)
        {
            dropped.AddRange(Decide(_frames - ahead, _recent.Count - ahead));
        }

        dropped.AddRange(EndStretch(_frames));
        return dropped;
    }

    /// <inheritdoc/>
    public Keyframe? Choose(int first, int until) =>
        _kept.Where(candidate => candidate.Frame >= first && candidate.Frame < until)
            .MaxBy(candidate => (candidate.Quality(first, until), -candidate.Frame)) is { } best
            ? new Keyframe(best.Frame, best.Picture)
            : null;

    // The frame is certain to begin a new shot at no threshold, or may begin one at some.
    private List<string> Decide(int frame, int place)
    {
        if (frame > 0 && CutStrength.Of(_recent, place) >= CutOptions.LeastThreshold)
        {
            return EndStretch(frame);
        }

        return Settle(frame - KeyframeCandidate.Margin, end: int.MaxValue);
    }

    private List<string> EndStretch(int end)
    {
        var dropped = Settle(end, end);
        if (_best is not null)
        {
            _kept.Add(_best);
        }

        (_best, _stretch) = (null, end);
        return dropped;
    }

    // Only once no cut has come for a while is it known that a candidate is away from its shot's end.
    private List<string> Settle(int before, int end)
    {
        var dropped = new List<string>();
        while (_unsettled is [var candidate, ..] && candidate.Frame < before)
        {
            _unsettled.RemoveAt(0);
            var better = _best is null || candidate.Quality(_stretch, end) > _best.Quality(_stretch, int.MaxValue);
            if ((better ? _best : candidate) is { } other)
            {
                dropped.Add(other.Picture);
            }

            _best = better ? candidate : _best;
        }

        return dropped;
    }
}
