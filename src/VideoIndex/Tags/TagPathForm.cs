using System.Text;
using VideoIndex.Looks;
using VideoIndex.Timing;

namespace VideoIndex.Tags;

/// <summary>The written form of a path: about 14 bytes a point.</summary>
/// <remarks>
/// <code>
/// byte    form, 1
/// number  how many points
/// number  the denominator of all times: they are counted in parts of a second of it
/// points  each: time, as its distance from the one before, the first from 0; left, top, width, height; score
/// </code>
/// Numbers are 7 bits a byte, the lowest first; times have their sign in the last bit.
/// </remarks>
public static class TagPathForm
{
    private const byte Version = 1;

    /// <summary>Writes it.</summary>
    /// <exception cref="OverflowException">The times have no common unit of 64 bits.</exception>
    public static byte[] Write(TagPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Encoding.UTF8);
        var unit = path.Points.Aggregate(1L, (so, point) => CommonMultiple(so, point.At.Seconds.Denominator));
        to.Write(Version);
        to.Write7BitEncodedInt(path.Points.Count);
        to.Write7BitEncodedInt64(unit);
        var before = 0L;
        foreach (var (at, box, score) in path.Points)
        {
            var time = checked(at.Seconds.Numerator * (unit / at.Seconds.Denominator));
            var step = checked(time - before);
            to.Write7BitEncodedInt64((step << 1) ^ (step >> 63));
            before = time;
            foreach (var number in (ReadOnlySpan<int>)[box.Left, box.Top, box.Width, box.Height, score])
            {
                to.Write7BitEncodedInt(number);
            }
        }

        to.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">The bytes are not of this form.</exception>
    public static TagPath Read(byte[] bytes)
    {
        using var from = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        if (from.ReadByte() is not Version and var other)
        {
            throw new InvalidDataException($"A path in form {other} cannot be read.");
        }

        var points = new PathPoint[from.Read7BitEncodedInt()];
        var unit = from.Read7BitEncodedInt64();
        var time = 0L;
        for (var point = 0; point < points.Length; point++)
        {
            var step = from.Read7BitEncodedInt64();
            time += (long)((ulong)step >> 1) ^ -(step & 1);
            var box = new PictureBox(from.Read7BitEncodedInt(), from.Read7BitEncodedInt(), from.Read7BitEncodedInt(), from.Read7BitEncodedInt());
            points[point] = new PathPoint(new MediaTime(new Rational(time, unit)), box, from.Read7BitEncodedInt());
        }

        return new TagPath(points);
    }

    private static long CommonMultiple(long one, long other)
    {
        var (divisor, rest) = (one, other);
        while (rest != 0)
        {
            (divisor, rest) = (rest, divisor % rest);
        }

        return checked(one / divisor * other);
    }
}
