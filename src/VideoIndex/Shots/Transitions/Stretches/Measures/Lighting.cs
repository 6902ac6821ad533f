using VideoIndex.Looks;

namespace VideoIndex.Shots.Transitions.Stretches.Measures;

/// <summary>Tells the same picture in another light from another picture, also where the light is so strong that much of it is white.</summary>
internal static class Lighting
{
    // Below this many gray levels a slope is grain.
    private const int Flat = 3;

    /// <summary>Returns how much of the change from one picture to another goes against the rest of it, summed: nothing where all became lighter, or all darker.</summary>
    public static int Against(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var (up, down) = (0, 0);
        for (var at = 0; at < a.Length; at++)
        {
            up += Math.Max(0, b[at] - a[at]);
            down += Math.Max(0, a[at] - b[at]);
        }

        return Math.Min(up, down);
    }

    /// <summary>
    /// Returns how often, in 1/65536, what was the lighter of two neighbours in one picture is the darker in the other: light turns
    /// none round, and for two pictures that have nothing in common it is a half. Where either shows no slope it says nothing.
    /// </summary>
    public static int Disorder(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var (same, turned) = (0, 0);
        for (var at = 0; at < FrameSketches.Means; at++)
        {
            var right = at % FrameSketches.Width == FrameSketches.Width - 1 ? 0 : Slope(a, b, at, at + 1);
            var below = at + FrameSketches.Width >= FrameSketches.Means ? 0 : Slope(a, b, at, at + FrameSketches.Width);
            same += (right > 0 ? 1 : 0) + (below > 0 ? 1 : 0);
            turned += (right < 0 ? 1 : 0) + (below < 0 ? 1 : 0);
        }

        return (turned + 1) * 65536 / (same + turned + 4); // a quarter where nothing has a slope
    }

    // 1 where both rise or both fall, -1 where one rises and the other falls, 0 where either is flat.
    private static int Slope(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int from, int to)
    {
        var (first, second) = (a[to] - a[from], b[to] - b[from]);
        return Math.Abs(first) < Flat || Math.Abs(second) < Flat ? 0 : Math.Sign(first) * Math.Sign(second);
    }
}
