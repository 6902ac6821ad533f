using VideoIndex.Looks;

namespace VideoIndex.Facts;

/// <summary>Finds the looks in a stretch.</summary>
internal static class LookRange
{
    /// <summary>Returns the first look at or after a stretch's first frame, and the first look after it.</summary>
    public static (int First, int Until) In(FrameLooks looks, Stretch stretch) => (At(looks, stretch.First), At(looks, stretch.Until));

    private static int At(FrameLooks looks, int frame)
    {
        var (low, high) = (0, looks.Frames.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = looks.Frames[middle] < frame ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
