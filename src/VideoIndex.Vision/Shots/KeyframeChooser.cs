using VideoIndex.Shots;

namespace VideoIndex.Vision.Shots;

/// <summary>Stand-in.</summary>
public sealed class KeyframeChooser : IKeyframeChooser
{
    private readonly List<KeyframeCandidate> _all = [];

    /// <inheritdoc/>
    public IReadOnlyList<string> Add(int frame, FrameScore score, string? picture)
    {
        if (picture is not null)
        {
            _all.Add(new KeyframeCandidate(frame, picture));
        }

        return [];
    }

    /// <inheritdoc/>
    public KeyframeCandidate? Choose(int first, int until) => _all.Find(c => c.Frame >= first && c.Frame < until);
}
