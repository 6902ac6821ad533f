using VideoIndex.Shots;

namespace VideoIndex.Sqlite.Catalog;

/// <summary>Packs frames for storing: 41 bytes a frame at a constant rate, so four hours at 30 frames a second are 18 MB.</summary>
/// <remarks>
/// First every timestamp, then every score (<see cref="FrameScore.Write"/>). A timestamp is written as how much its
/// distance to the one before differs from the distance before that, sign folded into the lowest bit, in groups of
/// seven bits, lowest first: a steady beat is a byte of zero. Differences wrap at 64 bits, which loses nothing.
/// </remarks>
internal static class FrameBlock
{
    /// <summary>The most frames in a block.</summary>
    public const int Size = 4096;

    private const int LongestNumber = 10;

    public static byte[] Pack(IReadOnlyList<long> timestamps, IReadOnlyList<FrameScore> scores, int first, int count)
    {
        var bytes = new byte[count * (LongestNumber + FrameScore.Size)];
        var at = 0;
        var (last, step) = (0L, 0L);
        for (var frame = first; frame < first + count; frame++)
        {
            var next = unchecked(timestamps[frame] - last);
            WriteNumber(bytes, ref at, unchecked(next - step));
            (last, step) = (timestamps[frame], next);
        }

        for (var frame = first; frame < first + count; frame++)
        {
            scores[frame].Write(bytes.AsSpan(at));
            at += FrameScore.Size;
        }

        return bytes[..at];
    }

    public static void Unpack(ReadOnlySpan<byte> bytes, Span<long> timestamps, Span<FrameScore> scores)
    {
        var (last, step) = (0L, 0L);
        foreach (ref var timestamp in timestamps)
        {
            step = unchecked(step + ReadNumber(ref bytes));
            last = unchecked(last + step);
            timestamp = last;
        }

        foreach (ref var score in scores)
        {
            score = FrameScore.Read(bytes);
            bytes = bytes[FrameScore.Size..];
        }
    }

    private static void WriteNumber(byte[] bytes, ref int at, long value)
    {
        var rest = unchecked((ulong)(value << 1 ^ value >> 63));
        while (rest > 0x7F)
        {
            bytes[at++] = (byte)(rest & 0x7F | 0x80);
            rest >>= 7;
        }

        bytes[at++] = (byte)rest;
    }

    private static long ReadNumber(ref ReadOnlySpan<byte> bytes)
    {
        var (value, shift, at) = (0UL, 0, 0);
        while (bytes[at] > 0x7F)
        {
            value |= (ulong)(bytes[at++] & 0x7F) << shift;
            shift += 7;
        }

        value |= (ulong)bytes[at] << shift;
        bytes = bytes[(at + 1)..];
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }
}
