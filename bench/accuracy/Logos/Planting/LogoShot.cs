using VideoIndex.Accuracy.Logos.Drawing;

namespace VideoIndex.Accuracy.Logos.Planting;

/// <summary>A shot before it is drawn: its first <paramref name="JointFrames"/> frames are shared with the shot before, in a dissolve; 0 for a cut.</summary>
internal sealed record LogoShot(int Frames, int JointFrames, IView View)
{
    /// <summary>Gets what marks are on, those behind first. No two that are on the ground hide one another.</summary>
    public required IReadOnlyList<Plate> Plates { get; init; }

    /// <summary>Gets who passes behind the plates.</summary>
    public required IReadOnlyList<Passer> Behind { get; init; }

    /// <summary>Gets who passes before the boards.</summary>
    public required IReadOnlyList<Passer> Before { get; init; }

    /// <summary>Gets what those who pass wear.</summary>
    public required Ground Clothes { get; init; }
}

/// <summary>What a camera films, and how it turns.</summary>
internal interface IView
{
    /// <summary>Gets, for each frame, the way from the first picture to it.</summary>
    IReadOnlyList<Matrix> Ways { get; }

    /// <summary>Draws a frame. Frames are asked for in rising order.</summary>
    void Draw(Frame to, int frame);
}

/// <summary>A painted world before a camera that turns.</summary>
internal sealed class PaintedView(Ground ground, IReadOnlyList<Matrix> ways, double scale) : IView
{
    public IReadOnlyList<Matrix> Ways => ways;

    public void Draw(Frame to, int frame) => ground.Draw(to, Matrix.Scale(scale, scale) * ways[frame].Back());
}

/// <summary>How many pictures a clip has in a second, as a fraction.</summary>
internal readonly record struct Pace(int Frames, int Seconds)
{
    public double PerSecond => (double)Frames / Seconds;

    public override string ToString() => Seconds == 1 ? $"{Frames}" : $"{Frames}/{Seconds}";
}

/// <summary>A clip before it is drawn. The bug lies over all shots; its frames are the clip's.</summary>
internal sealed record LogoClip(string Name, int Seed, int Width, int Height, Pace Pace, int Quality, double Grain, IReadOnlyList<LogoShot> Shots, Plate? Bug)
{
    /// <summary>Gets the frame each shot starts at: that of its dissolve, if there is one.</summary>
    public IReadOnlyList<int> Starts
    {
        get
        {
            var starts = new List<int> { 0 };
            for (var at = 1; at < Shots.Count; at++)
            {
                starts.Add(starts[^1] + Shots[at - 1].Frames - Shots[at].JointFrames);
            }

            return starts;
        }
    }

    public int Frames => Starts[^1] + Shots[^1].Frames;

    /// <summary>Gets the frames by which finding is judged: the first in each half second.</summary>
    public IReadOnlyList<int> Judged => [.. Enumerable.Range(0, (int)Math.Ceiling(2.0 * Frames * Pace.Seconds / Pace.Frames))
        .Select(half => (int)((((long)half * Pace.Frames) + (2 * Pace.Seconds) - 1) / (2 * Pace.Seconds))).Where(frame => frame < Frames)];

    /// <summary>Gets the first frame of each shot but the first that shows at least as much of it as of the one before.</summary>
    public IReadOnlyList<int> Cuts => [.. Starts.Select((start, at) => start + (Shots[at].JointFrames / 2)).Skip(1)];
}
