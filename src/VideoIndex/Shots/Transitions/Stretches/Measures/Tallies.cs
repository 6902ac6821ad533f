using VideoIndex.Looks;

namespace VideoIndex.Shots.Transitions.Stretches.Measures;

/// <summary>What is summed up over the frames of a stretch.</summary>
internal enum Tally
{
    /// <summary>Detail not explained by the frame before.</summary>
    Structure = 0,

    /// <summary>Detail not explained by the frame two before.</summary>
    Structure2 = 1,

    /// <summary>Detail not explained by the frame four before.</summary>
    Structure4 = 2,

    /// <summary>How much of the picture moved as a whole.</summary>
    Fit = 3,

    /// <summary>How far the picture went to the right.</summary>
    Right = 4,

    /// <summary>How far it went down.</summary>
    Down = 5,

    /// <summary>How far it went, whichever way, where that is told.</summary>
    Speed = 6,
}

/// <summary>Sums over stretches of frames, and means over the frames around them, at the cost of two numbers each.</summary>
internal sealed class Tallies
{
    private const int SureCut = 55 * CutStrength.Fine;

    // A frame up to three after a cut is still compared with one before it.
    private const int CutEcho = 4;

    private readonly long[][] _sums;
    private readonly int[] _begun, _firsts, _ends;

    /// <summary>Sums up every frame.</summary>
    /// <param name="evidence">The frames, with sketches.</param>
    /// <param name="cuts">The strength of each frame as a cut, in points times <see cref="CutStrength.Fine"/>.</param>
    public Tallies(FrameEvidence evidence, IReadOnlyList<int> cuts)
    {
        var count = evidence.Count;
        _sums = [.. Enum.GetValues<Tally>().Select(_ => new long[count + 1])];
        (_begun, _firsts, _ends) = (new int[count], new int[count], new int[count]);
        for (var frame = 0; frame < count; frame++)
        {
            var (score, motion) = (evidence.Scores[frame], evidence.Sketches.Motion(frame));
            Add(Tally.Structure, frame, score.Structure);
            Add(Tally.Structure2, frame, score.Back2.Structure);
            Add(Tally.Structure4, frame, score.Back4.Structure);
            Add(Tally.Fit, frame, motion.Fit);
            Add(Tally.Right, frame, motion.Right);
            Add(Tally.Down, frame, motion.Down);
            Add(Tally.Speed, frame, Speed(motion));
            _firsts[frame] = cuts[frame] >= SureCut || frame == 0 ? frame : _firsts[frame - 1];
            _begun[frame] = cuts[frame] >= SureCut ? frame + CutEcho : frame == 0 ? 0 : _begun[frame - 1];
        }

        for (var frame = count - 1; frame >= 0; frame--)
        {
            _ends[frame] = frame == count - 1 ? count : cuts[frame + 1] >= SureCut ? frame + 1 : _ends[frame + 1];
        }
    }

    /// <summary>Returns the frame with which the shot of a frame begins, where a cut is sure; the first of the video where none is.</summary>
    public int FirstOfShot(int frame) => _firsts[frame];

    /// <summary>Returns the last frame before the next sure cut; the last of the video where there is none.</summary>
    public int LastOfShot(int frame) => _ends[frame] - 1;

    /// <summary>Returns the sum over the frames after one and up to another.</summary>
    public long Sum(Tally tally, int from, int to) => _sums[(int)tally][to + 1] - _sums[(int)tally][from + 1];

    /// <summary>Returns the mean over the frames after one and up to another.</summary>
    public long Mean(Tally tally, int from, int to) => Sum(tally, from, to) / (to - from);

    /// <summary>Returns the mean over half as many frames before the stretch and after it, but not across a sure cut; that of the stretch itself where there are none.</summary>
    public long Around(Tally tally, int from, int to)
    {
        var reach = Math.Max(4, (to - from) / 2);
        var first = Math.Min(from, Math.Max(from - reach, Math.Max(0, _begun[from] - 1)));
        var last = Math.Max(to, Math.Min(to + reach, _ends[to] - 1));
        var count = from - first + last - to;
        return count == 0 ? Mean(tally, from, to) : (Sum(tally, first, from) + Sum(tally, to, last)) / count;
    }

    /// <summary>Returns how far a picture went, whichever way; 0 where too little of it agrees.</summary>
    public static int Speed(FrameMotion motion) => motion.Fit < 32 ? 0 : Math.Abs(motion.Right) + Math.Abs(motion.Down);

    private void Add(Tally tally, int frame, int value) => _sums[(int)tally][frame + 1] = _sums[(int)tally][frame] + value;
}
