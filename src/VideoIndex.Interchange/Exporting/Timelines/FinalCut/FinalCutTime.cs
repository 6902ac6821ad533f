using System.Globalization;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Timelines.FinalCut;

/// <summary>Says frames in seconds as Final Cut Pro does: fractions that are whole frames.</summary>
internal static class FinalCutTime
{
    /// <summary>Returns when a frame begins, or how long so many are: <c>1001/30000s</c>, <c>5s</c>.</summary>
    public static string Of(long frames, FrameRate rate)
    {
        var (top, bottom) = (checked(frames * rate.FramesPerSecond.Denominator), rate.FramesPerSecond.Numerator);
        return top % bottom == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{top / bottom}s")
            : string.Create(CultureInfo.InvariantCulture, $"{top}/{bottom}s");
    }
}
