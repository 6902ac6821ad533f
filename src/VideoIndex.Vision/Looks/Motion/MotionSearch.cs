using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VideoIndex.Vision.Looks.Motion;

/// <summary>Finds by how much a picture as a whole moved, to two pixels of the small picture, by trying every move.</summary>
/// <remarks>The middle of the coarse picture is compared with every place of the earlier one it may have come from: a tenth of the picture's width, an eighth of its height.</remarks>
internal static class MotionSearch
{
    /// <summary>The largest move tried, in pixels of the coarse picture.</summary>
    public const int MostAcross = 4, MostDown = 3;

    private const int Wide = MotionPicture.CoarseWidth - 2 * MostAcross, Tall = MotionPicture.CoarseHeight - 2 * MostDown;

    /// <summary>Returns the move, in pixels of the small picture, to the right and down.</summary>
    public static (int Right, int Down) Of(MotionPicture picture, MotionPicture earlier)
    {
        // What stands still wins unless another move is better by a sixteenth: in noise every move is as good.
        var (best, least) = ((Right: 0, Down: 0), Difference(picture, earlier, 0, 0) * 15 / 16);
        for (var down = -MostDown; down <= MostDown; down++)
        {
            for (var right = -MostAcross; right <= MostAcross; right++)
            {
                var difference = Difference(picture, earlier, right, down);
                if (difference < least)
                {
                    (best, least) = ((2 * right, 2 * down), difference);
                }
            }
        }

        return best;
    }

    private static int Difference(MotionPicture picture, MotionPicture earlier, int right, int down)
    {
        ref var here = ref MemoryMarshal.GetArrayDataReference(picture.Coarse);
        ref var there = ref MemoryMarshal.GetArrayDataReference(earlier.Coarse);
        var sums = Vector128<short>.Zero; // every other of 16 rows, 4 vectors each, no number above 510: they fit
        for (var y = MostDown; y < MostDown + Tall; y += 2)
        {
            if (y < picture.Bars.Top / 2 || y >= MotionPicture.CoarseHeight - picture.Bars.Bottom / 2)
            {
                continue; // a black bar is the same everywhere, and its edge stands still
            }

            var at = (nuint)(y * MotionPicture.CoarseWidth + MostAcross);
            var from = (nuint)((y - down) * MotionPicture.CoarseWidth + MostAcross - right);
            for (nuint x = 0; x < Wide; x += 8)
            {
                sums += Vector128.Abs(Vector128.LoadUnsafe(ref here, at + x) - Vector128.LoadUnsafe(ref there, from + x));
            }
        }

        var (low, high) = Vector128.Widen(sums);
        return Vector128.Sum(low + high);
    }
}
