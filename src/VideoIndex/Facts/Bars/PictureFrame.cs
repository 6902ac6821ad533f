using VideoIndex.Shots;

namespace VideoIndex.Facts.Bars;

/// <summary>Where black bars frame the picture, in 1/255 of its width or height.</summary>
internal readonly record struct PictureFrame(int Left, int Top, int Right, int Bottom)
{
    private const int LeastLight = 30, Tolerance = 2;

    /// <summary>Returns how many of so many parts of the picture a bar reaches into.</summary>
    public static int Parts(int bar, int of) => (bar * of + 254) / 255;

    /// <summary>Returns whether two frame the same picture.</summary>
    public bool IsLike(PictureFrame other) =>
        Math.Abs(Left - other.Left) <= Tolerance && Math.Abs(Top - other.Top) <= Tolerance
        && Math.Abs(Right - other.Right) <= Tolerance && Math.Abs(Bottom - other.Bottom) <= Tolerance;

    /// <summary>Returns the frame of each shot.</summary>
    /// <remarks>
    /// On each side the middle one of what the looks at a shot measured, dark ones left out; for a shot too dark or too short to tell, the
    /// commonest of the video. A subtitle can make the lower bar seem narrower: where all else is as in most of the video, so is that.
    /// </remarks>
    public static IReadOnlyList<PictureFrame> Of(FrameEvidence evidence, IReadOnlyList<Stretch> shots)
    {
        var measured = shots.Select(shot => Measured(evidence, shot)).ToList();
        var common = measured.Zip(shots)
            .Where(pair => pair.First is not null)
            .GroupBy(pair => pair.First!.Value, pair => pair.Second.Frames)
            .OrderByDescending(group => group.Sum()).ThenBy(group => group.Key.ToString(), StringComparer.Ordinal)
            .Select(group => group.Key).FirstOrDefault();
        return [.. measured.Select(frame => frame is not { } known || (known with { Bottom = common.Bottom }).IsLike(common) ? common : known)];
    }

    private static PictureFrame? Measured(FrameEvidence evidence, Stretch shot)
    {
        var (looks, sides) = (evidence.Looks, new List<int>[] { [], [], [], [] });
        var (first, until) = LookRange.In(looks, shot);
        for (var look = first; look < until; look++)
        {
            if (evidence.Scores[looks.Frames[look]].Mean >= LeastLight)
            {
                for (var side = 0; side < sides.Length; side++)
                {
                    sides[side].Add(looks.At(look).Bars[side]);
                }
            }
        }

        return sides[0].Count == 0 ? null : new PictureFrame(Middle(sides[0]), Middle(sides[1]), Middle(sides[2]), Middle(sides[3]));
    }

    private static int Middle(List<int> numbers)
    {
        numbers.Sort();
        return numbers[numbers.Count / 2];
    }
}
