using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VideoIndex.Logos.Geometry;
using VideoIndex.Looks;

namespace VideoIndex.Logos.Pixels;

/// <summary>Sums over the pixels of a pattern and those of a picture that lie below them. Whole numbers: the same on every machine.</summary>
internal record struct PatchSums(long Count, long Seen, long SeenSeen, long SeenLight, long SeenCover, PatternSums Pattern)
{
    /// <summary>One gray level of the picture in units of <see cref="Seen"/>.</summary>
    public const int Level = 4;

    private const int One = 1 << 16;

    /// <summary>Lays part of a pattern over a picture. What lies outside of the picture does not count.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="part">Which of its pixels.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="map">From the pattern's pixels to the picture's.</param>
    public static PatchSums Of(MarkPattern pattern, PixelBox part, GrayPicture picture, in Affine map)
    {
        var sums = default(PatchSums);
        var (right, down) = (Fixed(map.A), Fixed(map.C));
        var (most, lowest) = ((long)(picture.Width - 1) * One, (long)(picture.Height - 1) * One);
        for (var y = part.Top; y < part.Top + part.Height; y++)
        {
            var (u, v) = (Fixed((map.B * y) + map.X), Fixed((map.D * y) + map.Y));
            var (from, until) = (part.Left, part.Left + part.Width);
            while (from < until && !Inside(u + (from * right), v + (from * down), most, lowest))
            {
                from++;
            }

            while (until > from && !Inside(u + ((until - 1) * right), v + ((until - 1) * down), most, lowest))
            {
                until--;
            }

            if (from < until)
            {
                sums.Add(Row(pattern, y, from, until, picture, (int)(u + (from * right)), (int)(v + (from * down)), (int)right, (int)down));
            }
        }

        return sums;
    }

    private static long Fixed(double value) => (long)Math.Floor((Math.Clamp(value, -16000, 16000) * One) + 0.5);

    private static bool Inside(long u, long v, long most, long lowest) => u >= 0 && v >= 0 && u < most && v < lowest;

    // Between four pixels, by how near it lies to each; places in 16 bits after the point, shares in 8. Both ends of the row lie inside,
    // so all of it does: what is read is never checked again.
    private static PatchSums Row(MarkPattern pattern, int y, int from, int until, GrayPicture picture, int u, int v, int right, int down)
    {
        var (pixels, wide, start) = (picture.Pixels, picture.Width, y * pattern.Width);
        var light = pattern.Light.AsSpan(start + from, until - from);
        var cover = pattern.Cover.AsSpan(start + from, until - from);
        int sum = 0, squares = 0, byLight = 0, byCover = 0;
        ref var first = ref MemoryMarshal.GetArrayDataReference(pixels);
        for (var x = 0; x < light.Length && x < cover.Length; x++)
        {
            var (at, fx, fy) = (((v >> 16) * wide) + (u >> 16), (u >> 8) & 255, (v >> 8) & 255);
            int left = Unsafe.Add(ref first, at), under = Unsafe.Add(ref first, at + wide);
            var above = (left << 8) + (fx * (Unsafe.Add(ref first, at + 1) - left));
            var below = (under << 8) + (fx * (Unsafe.Add(ref first, at + wide + 1) - under));
            var seen = ((above << 8) + (fy * (below - above)) + (1 << 13)) >> 14;
            sum += seen;
            squares += seen * seen;
            byLight += seen * light[x];
            byCover += seen * cover[x];
            (u, v) = (u + right, v + down);
        }

        return new PatchSums(light.Length, sum, squares, byLight, byCover, pattern.Sums(y, from, until));
    }

    private void Add(in PatchSums row)
    {
        (Count, Seen, SeenSeen, SeenLight, SeenCover) = (Count + row.Count, Seen + row.Seen, SeenSeen + row.SeenSeen, SeenLight + row.SeenLight, SeenCover + row.SeenCover);
        var (sums, more) = (Pattern, row.Pattern);
        Pattern = new PatternSums(
            sums.Light + more.Light, sums.Cover + more.Cover, sums.LightLight + more.LightLight, sums.LightCover + more.LightCover, sums.CoverCover + more.CoverCover);
    }
}
