using VideoIndex.Accuracy.Scenes;
using VideoIndex.Timing;

namespace VideoIndex.Accuracy.Footage;

/// <summary>How one shot gives way to the next.</summary>
internal enum Joint
{
    Cut,
    BlendedCut,
    Dissolve,
    FadeThroughBlack,
    FadeThroughWhite,
    Wipe,
    Push,
    FadeIn,
}

/// <summary>The way the new picture takes the screen in a wipe.</summary>
internal enum WipeShape
{
    Right,
    Left,
    Down,
    Up,
    Falling,
    Rising,
    IrisOut,
    IrisIn,
    Doors,
    Clock,
}

/// <summary>How a joint is drawn. <paramref name="Soft"/> is the width of a wipe's edge in parts of its way, <paramref name="Held"/> the share of a fade that is wholly black or white, <paramref name="Black"/> the luma of black; eased is slow at both ends.</summary>
internal sealed record JointStyle(WipeShape Shape = WipeShape.Right, double Soft = 0, double Held = 0, double Black = 0, bool Eased = false);

/// <summary>What happens inside a shot that is not a cut.</summary>
internal enum Trouble
{
    Flash,
    HalfFlash,
    Strobe,
    Explosion,
    Whip,
    Freeze,
    Exposure,
    Graphic,
    Passer,
    LowerThird,
    Gloom,
    Title,
}

/// <summary>One trouble, in frames from the start of its shot.</summary>
internal sealed record Happening(Trouble Trouble, int At, int Length, double Strength)
{
    public bool Covers(int frame) => frame >= At && frame < At + Length;
}

/// <summary>A shot before it is drawn. <paramref name="JointFrames"/> of it are shared with the shot before.</summary>
internal sealed record PlannedShot(
    IScene Scene, int Frames, Joint Joint, int JointFrames, string Kind, IReadOnlyList<Happening> Happenings, byte TintU, byte TintV)
{
    public JointStyle Style { get; init; } = new();

    /// <summary>Gets how many frames the shot takes to go to black at its end, before <see cref="Black"/>; 0 if it does not.</summary>
    public int FadeOut { get; init; }

    /// <summary>Gets how many frames are black: after a fade out, or before a fade in.</summary>
    public int Black { get; init; }
}

/// <summary>What is the same all through a clip. A lower third stays <paramref name="Third"/> frames and stays away as many, in turn, whatever is cut; 0 for none.</summary>
internal sealed record Look(double Gain, double Grain, bool Bars, bool Bug, bool Combed, int Third);

/// <summary>How often a drawn frame is shown: 1 for each once, 2 for each twice, and 0 for every fourth twice.</summary>
internal sealed record Clip(
    string Name, FrameRate Rate, Look Look, int Repeats, IReadOnlyList<string> Encoding, IReadOnlyList<PlannedShot> Shots)
{
    /// <summary>Returns the number of the drawn frame that an encoded frame shows.</summary>
    public int Drawn(int frame) => Repeats == 0 ? frame - frame / 5 : frame / Repeats;
}
