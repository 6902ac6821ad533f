namespace VideoIndex.Accuracy.Footage;

/// <summary>What was drawn: every cut, and every stretch in which a detector may be led astray.</summary>
internal sealed class Truth
{
    private readonly List<(int Frame, string Kind)> _cuts = [];
    private readonly List<(int Frame, string Kind)> _marks = [];

    public int Frames { get; set; }

    /// <summary>Gets the first frame of each new shot, with the kind of cut. A gradual change is no cut.</summary>
    public IReadOnlyList<(int Frame, string Kind)> Cuts => _cuts;

    /// <summary>Gets the frames with something on them that is no cut.</summary>
    public IReadOnlyList<(int Frame, string Kind)> Marks => _marks;

    public void Begin(PlannedShot shot, int frame)
    {
        if (shot.Joint is Joint.Cut or Joint.BlendedCut)
        {
            _cuts.Add((frame, shot.Joint == Joint.BlendedCut ? "blended" : shot.Kind));
        }
    }

    public void Note(PlannedShot shot, int frameInShot, int frame)
    {
        if (shot.JointFrames > 1 && frameInShot <= shot.JointFrames)
        {
            _marks.Add((frame, shot.Joint.ToString()));
        }

        foreach (var happening in shot.Happenings.Where(happening => happening.Covers(frameInShot) || happening.Covers(frameInShot - 1)))
        {
            _marks.Add((frame, happening.Trouble.ToString()));
        }
    }

    /// <summary>Returns what was on screen at a frame, for a table of mistakes.</summary>
    public string Near(int frame) =>
        _marks.Where(mark => Math.Abs(mark.Frame - frame) <= 1).Select(mark => mark.Kind).FirstOrDefault()
        ?? (_cuts.Any(cut => Math.Abs(cut.Frame - frame) <= 3) ? "near a cut" : "nothing");
}
