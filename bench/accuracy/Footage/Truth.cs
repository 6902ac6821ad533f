using VideoIndex.Shots.Transitions;

namespace VideoIndex.Accuracy.Footage;

/// <summary>A cut, or something that is none, at a frame.</summary>
internal readonly record struct Planted(int Frame, string Kind);

/// <summary>A gradual transition as it was drawn: <paramref name="End"/> is the first frame that shows the new shot alone; <paramref name="Held"/> of it, in the middle, is wholly black or white.</summary>
internal readonly record struct Gradual(TransitionKind Kind, string Style, int Start, int End, double Held = 0);

/// <summary>What was drawn: every cut, and every stretch in which a detector may be led astray.</summary>
internal sealed class Truth
{
    private readonly List<Planted> _cuts = [];
    private readonly List<Planted> _marks = [];
    private readonly List<Gradual> _graduals = [];
    private Gradual? _open;

    public int Frames { get; set; }

    /// <summary>Gets the first frame of each new shot, with the kind of cut. A gradual change is no cut.</summary>
    public IReadOnlyList<Planted> Cuts { get => _cuts; init => _cuts = [.. value]; }

    /// <summary>Gets the gradual transitions, rising.</summary>
    public IReadOnlyList<Gradual> Graduals { get => _graduals; init => _graduals = [.. value]; }

    /// <summary>Gets the frames with something on them that is no cut.</summary>
    public IReadOnlyList<Planted> Marks { get => _marks; init => _marks = [.. value]; }

    public void Begin(PlannedShot shot, int frame)
    {
        if (shot.Joint is Joint.Cut or Joint.BlendedCut)
        {
            _cuts.Add(new Planted(frame, shot.Joint == Joint.BlendedCut ? "blended" : shot.Kind));
        }
    }

    public void Note(PlannedShot shot, int frameInShot, int frame)
    {
        Follow(shot, frameInShot, frame);
        if (shot.JointFrames > 1 && frameInShot <= shot.JointFrames)
        {
            _marks.Add(new Planted(frame, shot.Joint.ToString()));
        }

        foreach (var happening in shot.Happenings.Where(happening => happening.Covers(frameInShot) || happening.Covers(frameInShot - 1)))
        {
            _marks.Add(new Planted(frame, happening.Trouble.ToString()));
        }
    }

    /// <summary>Ends what is under way: the video is over.</summary>
    public void Finish(int frames)
    {
        Frames = frames;
        Close(frames);
    }

    private void Follow(PlannedShot shot, int frameInShot, int frame)
    {
        var before = shot.Joint == Joint.FadeIn ? shot.Black : 0;
        if (shot.JointFrames > 1 && frameInShot == before)
        {
            _open = new Gradual(KindOf(shot.Joint), StyleOf(shot), frame, frame, shot.Style.Held);
        }
        else if (shot.JointFrames > 1 && frameInShot == before + shot.JointFrames)
        {
            Close(frame);
        }

        if (shot.FadeOut > 0 && frameInShot == shot.Frames - shot.FadeOut - shot.Black)
        {
            _open = new Gradual(TransitionKind.FadeOut, "fade out", frame, frame);
        }
        else if (shot.FadeOut > 0 && frameInShot == shot.Frames - shot.Black)
        {
            Close(frame);
        }
    }

    private void Close(int frame)
    {
        if (_open is { } open)
        {
            _graduals.Add(open with { End = frame });
            _open = null;
        }
    }

    private static TransitionKind KindOf(Joint joint) => joint switch
    {
        Joint.Dissolve => TransitionKind.Dissolve,
        Joint.FadeThroughBlack => TransitionKind.ThroughBlack,
        Joint.FadeThroughWhite => TransitionKind.ThroughWhite,
        Joint.FadeIn => TransitionKind.FadeIn,
        _ => TransitionKind.Wipe,
    };

    private static string StyleOf(PlannedShot shot) => shot.Joint switch
    {
        Joint.Wipe => $"wipe {shot.Style.Shape.ToString().ToLowerInvariant()}",
        Joint.Push => "push",
        Joint.FadeIn => "fade in",
        Joint.FadeThroughBlack => "through black",
        Joint.FadeThroughWhite => "through white",
        _ => "dissolve",
    };

    /// <summary>Returns what was on screen at a frame, for a table of mistakes.</summary>
    public string Near(int frame) =>
        _marks.Where(mark => Math.Abs(mark.Frame - frame) <= 1).Select(mark => mark.Kind).FirstOrDefault()
        ?? (_cuts.Any(cut => Math.Abs(cut.Frame - frame) <= 3) ? "near a cut" : "nothing");
}
