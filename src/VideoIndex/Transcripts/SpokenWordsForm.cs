using System.Text;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Transcripts;

/// <summary>The written form of an utterance's words: about 20 bytes a word.</summary>
/// <remarks>
/// <code>
/// byte    form, 1
/// number  how many words
/// number  the denominator of all times: they are counted in parts of a second of it
/// words   each: start, as its distance from the start before, the first from 0; length; text; confidence
/// </code>
/// Numbers are 7 bits a byte, the lowest first; starts have their sign in the last bit. A text is its length in bytes and
/// UTF-8, a confidence a 64-bit float.
/// </remarks>
public static class SpokenWordsForm
{
    private const byte Version = 1;

    /// <summary>Writes them.</summary>
    /// <exception cref="OverflowException">The times have no common unit of 64 bits.</exception>
    public static byte[] Write(IReadOnlyList<SpokenWord> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Encoding.UTF8);
        var unit = words.Aggregate(1L, (so, word) => CommonMultiple(CommonMultiple(so, word.Span.Start.Seconds.Denominator), word.Span.End.Seconds.Denominator));
        to.Write(Version);
        to.Write7BitEncodedInt(words.Count);
        to.Write7BitEncodedInt64(unit);
        var before = 0L;
        foreach (var (span, text, confidence) in words)
        {
            var (start, end) = (Ticks(span.Start, unit), Ticks(span.End, unit));
            var step = checked(start - before);
            to.Write7BitEncodedInt64((step << 1) ^ (step >> 63));
            to.Write7BitEncodedInt64(end - start);
            to.Write(text);
            to.Write(confidence.Value);
            before = start;
        }

        to.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidDataException">The bytes are not of this form.</exception>
    public static IReadOnlyList<SpokenWord> Read(byte[] bytes)
    {
        using var from = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        if (from.ReadByte() is not Version and var other)
        {
            throw new InvalidDataException($"Words in form {other} cannot be read.");
        }

        var words = new SpokenWord[from.Read7BitEncodedInt()];
        var (unit, start) = (from.Read7BitEncodedInt64(), 0L);
        for (var at = 0; at < words.Length; at++)
        {
            var step = from.Read7BitEncodedInt64();
            start += (long)((ulong)step >> 1) ^ -(step & 1);
            var end = start + from.Read7BitEncodedInt64();
            words[at] = new SpokenWord(new MediaSpan(Time(start, unit), Time(end, unit)), from.ReadString(), new Confidence(from.ReadDouble()));
        }

        return words;
    }

    private static long Ticks(MediaTime time, long unit) => checked(time.Seconds.Numerator * (unit / time.Seconds.Denominator));

    private static MediaTime Time(long ticks, long unit) => new(new Rational(ticks, unit));

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
