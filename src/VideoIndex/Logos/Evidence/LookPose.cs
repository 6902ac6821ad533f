using System.Runtime.InteropServices;
using VideoIndex.Logos.Geometry;

namespace VideoIndex.Logos.Evidence;

/// <summary>Where the camera points at a look, beside where it pointed at the first look of its shot: a similarity.</summary>
/// <param name="Timestamp">When the look is shown, in units of the track's time base.</param>
/// <param name="Along">The enlargement times the cosine of the turn.</param>
/// <param name="Across">The enlargement times the sine of the turn.</param>
/// <param name="X">What is added to x, in pixels.</param>
/// <param name="Y">What is added to y, in pixels.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct LookPose(long Timestamp, double Along, double Across, double X, double Y)
{
    /// <summary>How many bytes one takes.</summary>
    public const int Bytes = 40;

    /// <summary>Returns the pose of a look that follows on no other.</summary>
    public static LookPose Start(long timestamp) => new(timestamp, 1, 0, 0, 0);

    /// <summary>Gets the map from the first look's pixels to this one's.</summary>
    public Affine Map => new(Along, -Across, X, Across, Along, Y);

    /// <summary>Returns the pose after another motion.</summary>
    /// <param name="timestamp">When that look is shown.</param>
    /// <param name="motion">From this look's pixels to that one's, a similarity.</param>
    public LookPose Then(long timestamp, in Affine motion)
    {
        var moved = motion.At(new Point(X, Y));
        return new LookPose(
            timestamp,
            (motion.A * Along) - (motion.C * Across),
            (motion.C * Along) + (motion.A * Across),
            moved.X,
            moved.Y);
    }

    /// <summary>Returns the map from this look's pixels to another's of the same shot.</summary>
    public Affine To(in LookPose other)
    {
        var size = (Along * Along) + (Across * Across);
        var (along, across) = (((other.Along * Along) + (other.Across * Across)) / size, ((other.Across * Along) - (other.Along * Across)) / size);
        return new Affine(along, -across, other.X - (along * X) + (across * Y), across, along, other.Y - (across * X) - (along * Y));
    }
}
