using System.Collections;
using VideoIndex.Similar;
using VideoIndex.Timing;

namespace VideoIndex.Sqlite.Similar;

/// <summary>What vectors are of, packed: read only when one is asked for, for most of a library's never are.</summary>
/// <remarks>
/// The written form is frozen: of each moment the start, the end and the time that stands for it, each as its numerator and its denominator, all of
/// them signed numbers of seven bits a byte, the lowest first (as protobuf's sint64).
/// </remarks>
internal sealed class VectorMoments(byte[] packed, int count) : IReadOnlyList<VectorMoment>
{
    private VectorMoment[]? _read;

    public int Count => count;

    public VectorMoment this[int index] => (_read ??= Read())[index];

    public static byte[] Pack(IReadOnlyList<VectorMoment> moments)
    {
        using var packed = new MemoryStream();
        using var writer = new BinaryWriter(packed);
        foreach (var moment in moments)
        {
            foreach (var time in (ReadOnlySpan<MediaTime>)[moment.Span.Start, moment.Span.End, moment.At])
            {
                writer.Write7BitEncodedInt64((time.Seconds.Numerator << 1) ^ (time.Seconds.Numerator >> 63));
                writer.Write7BitEncodedInt64(time.Seconds.Denominator << 1);
            }
        }

        writer.Flush();
        return packed.ToArray();
    }

    public IEnumerator<VectorMoment> GetEnumerator() => ((IEnumerable<VectorMoment>)(_read ??= Read())).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private VectorMoment[] Read()
    {
        using var reader = new BinaryReader(new MemoryStream(packed));
        var moments = new VectorMoment[count];
        for (var at = 0; at < count; at++)
        {
            var (start, end) = (Time(reader), Time(reader));
            moments[at] = new VectorMoment(new MediaSpan(start, end), Time(reader));
        }

        return moments;
    }

    private static MediaTime Time(BinaryReader reader)
    {
        var (numerator, denominator) = (Number(reader), Number(reader));
        return new MediaTime(new Rational(numerator, denominator));
    }

    private static long Number(BinaryReader reader)
    {
        var number = reader.Read7BitEncodedInt64();
        return (long)((ulong)number >> 1) ^ -(number & 1);
    }
}
