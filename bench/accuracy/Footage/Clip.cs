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
}

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
}

/// <summary>One trouble, in frames from the start of its shot.</summary>
internal sealed record Happening(Trouble Trouble, int At, int Length, double Strength)
{
    public bool Covers(int frame) => frame >= At && frame < At + Length;
}

/// <summary>A shot before it is drawn. <paramref name="JointFrames"/> of it are shared with the shot before.</summary>
internal sealed record PlannedShot(
    IScene Scene, int Frames, Joint Joint, int JointFrames, string Kind, IReadOnlyList<Happening> Happenings, byte TintU, byte TintV);

/// <summary>What is the same all through a clip. A lower third stays <paramref name="Third"/> frames and stays away as many, in turn, whatever is cut; 0 for none.</summary>
internal sealed record Look(double Gain, double Grain, bool Bars, bool Bug, bool Combed, int Third);

/// <summary>How often a drawn frame is shown: 1 for each once, 2 for each twice, and 0 for every fourth twice.</summary>
internal sealed record Clip(
    string Name, FrameRate Rate, Look Look, int Repeats, IReadOnlyList<string> Encoding, IReadOnlyList<PlannedShot> Shots)
{
    /// <summary>Returns the number of the drawn frame that an encoded frame shows.</summary>
    public int Drawn(int frame) => Repeats == 0 ? frame - frame / 5 : frame / Repeats;
}
