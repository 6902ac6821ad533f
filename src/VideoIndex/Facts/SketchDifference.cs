namespace VideoIndex.Facts;

/// <summary>Tells how far two sketches are apart, in gray levels.</summary>
internal static class SketchDifference
{
    /// <summary>Returns the largest difference of any part.</summary>
    public static int Largest(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var most = 0;
        for (var part = 0; part < one.Length; part++)
        {
            most = Math.Max(most, Math.Abs(one[part] - other[part]));
        }

        return most;
    }

    /// <summary>Returns the sum of the differences of all parts.</summary>
    public static int Sum(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var sum = 0;
        for (var part = 0; part < one.Length; part++)
        {
            sum += Math.Abs(one[part] - other[part]);
        }

        return sum;
    }
}
