using VideoIndex.Features;
using VideoIndex.Logos.Geometry;

namespace VideoIndex.Logos.Recognition;

/// <summary>A keypoint of a picture that looks like one of a logo.</summary>
/// <param name="Seen">The keypoint in the picture.</param>
/// <param name="Known">The keypoint in the logo's example.</param>
/// <param name="Doubt">How far the two are apart, as a share of how far apart chance would put them: 0 the same, 1 as good as chance.</param>
/// <param name="Place">Which place of the example it is: what lies close together there is one place, whatever size it was looked at in.</param>
/// <param name="Inverted">Whether it matches the example with dark and light exchanged.</param>
public readonly record struct FeatureMatch(Keypoint Seen, Keypoint Known, double Doubt, int Place, bool Inverted);

/// <summary>The pose one match alone claims: a turn, an enlargement, and where the logo's middle lies.</summary>
/// <param name="Middle">Where the logo's middle would lie in the picture.</param>
/// <param name="Turn">How far the logo would be turned, in radians.</param>
/// <param name="Scale">How much the logo would be enlarged.</param>
/// <param name="Octaves">The same as a power of two.</param>
internal readonly record struct ClaimedPose(Point Middle, double Turn, double Scale, double Octaves)
{
    /// <summary>Returns the pose a match claims.</summary>
    /// <param name="match">The match.</param>
    /// <param name="size">The logo's size in its own pixels.</param>
    public static ClaimedPose Of(in FeatureMatch match, LogoSize size)
    {
        var scale = match.Seen.Scale / Math.Max(match.Known.Scale, 1e-3);
        var turn = Angles.Between(Angles.Radians(match.Seen.Angle), Angles.Radians(match.Known.Angle));
        var pose = Affine.Similarity(scale, turn, new Point(match.Known.X, match.Known.Y), new Point(match.Seen.X, match.Seen.Y));
        return new ClaimedPose(pose.At(size.Middle), turn, scale, Math.Log2(scale));
    }

    /// <summary>Returns the pose after the camera moved.</summary>
    /// <param name="motion">How: a similarity.</param>
    /// <param name="turn">By how much it turns, in radians.</param>
    /// <param name="scale">By how much it enlarges.</param>
    /// <param name="octaves">The same as a power of two.</param>
    public ClaimedPose Moved(in Affine motion, double turn, double scale, double octaves) =>
        new(motion.At(Middle), Angles.Between(Turn, -turn), Scale * scale, Octaves + octaves);

    /// <summary>Returns whether two claims are about one appearance of the logo.</summary>
    /// <param name="other">The other claim.</param>
    /// <param name="reach">How far the middles may be apart, in pixels.</param>
    /// <param name="slack">By how much turn and octaves may differ beyond what is allowed.</param>
    public bool Agrees(in ClaimedPose other, double reach, double slack = 0)
    {
        var (x, y) = (Middle.X - other.Middle.X, Middle.Y - other.Middle.Y);
        if ((x * x) + (y * y) >= reach * reach || Math.Abs(Octaves - other.Octaves) >= 0.75 + slack)
        {
            return false;
        }

        var apart = Math.Abs(Turn - other.Turn);
        return Math.Min(apart, (2 * Math.PI) - apart) < 0.45 + slack;
    }
}

/// <summary>The size of a logo's example, in its own pixels.</summary>
public readonly record struct LogoSize(double Width, double Height)
{
    /// <summary>Gets the length of the diagonal.</summary>
    public double Diagonal => Math.Sqrt((Width * Width) + (Height * Height));

    /// <summary>Gets the middle.</summary>
    public Point Middle => new(Width / 2, Height / 2);
}

/// <summary>What is reckoned with directions.</summary>
internal static class Angles
{
    /// <summary>Returns an angle of so many degrees in radians.</summary>
    public static double Radians(double degrees) => degrees * Math.PI / 180;

    /// <summary>Returns how far one direction is turned from another, in radians from -pi to pi.</summary>
    public static double Between(double one, double other) => Math.IEEERemainder(one - other, 2 * Math.PI);
}
