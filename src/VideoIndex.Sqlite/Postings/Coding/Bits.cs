using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VideoIndex.Sqlite.Postings.Coding;

/// <summary>Packs whole numbers into as many bits each as the greatest of them needs; the first in the lowest bits of the first byte.</summary>
/// <remarks>Reading takes eight bytes at a time, so what is read must lie in memory at least <see cref="Slack"/> bytes before its end. Machines are little-endian.</remarks>
internal static class Bits
{
    /// <summary>How many bytes must follow what is packed.</summary>
    public const int Slack = 8;

    /// <summary>The widest number, in bits.</summary>
    public const int Widest = 57;

    /// <summary>Returns how many bits a number needs; 0 for 0.</summary>
    public static int Width(long greatest) => 64 - BitOperations.LeadingZeroCount((ulong)greatest);

    /// <summary>Returns how many bytes numbers take.</summary>
    public static int Bytes(int count, int width) => ((count * width) + 7) >> 3;

    /// <summary>Appends numbers, none of them negative.</summary>
    public static void Pack(ReadOnlySpan<long> values, int width, ByteWriter into)
    {
        var room = into.Grow(Bytes(values.Length, width));
        ulong held = 0;
        var (bits, at) = (0, 0);
        unchecked
        {
            foreach (var value in values)
            {
                held |= (ulong)value << bits;
                for (bits += width; bits >= 8; bits -= 8)
                {
                    room[at++] = (byte)held;
                    held >>= 8;
                }
            }

            if (bits > 0)
            {
                room[at] = (byte)held;
            }
        }
    }

    /// <summary>Reads numbers of at most 32 bits.</summary>
    public static void Unpack(ReadOnlySpan<byte> bytes, int width, Span<int> values)
    {
        if (bytes.Length < Bytes(values.Length, width) + Slack - 1 || width > 32)
        {
            throw Damage.Found();
        }

        if (width == 0)
        {
            values.Clear();
            return;
        }

        ref var first = ref MemoryMarshal.GetReference(bytes);
        var mask = (1UL << width) - 1;
        var bit = 0;
        for (var at = 0; at < values.Length; at++)
        {
            var word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref first, (nint)(bit >> 3)));
            values[at] = unchecked((int)((word >> (bit & 7)) & mask));
            bit += width;
        }
    }

    /// <summary>Reads one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long At(ReadOnlySpan<byte> bytes, int width, int index)
    {
        var bit = index * width;
        var word = MemoryMarshal.Read<ulong>(bytes[(bit >> 3)..]);
        return unchecked((long)((word >> (bit & 7)) & ((1UL << width) - 1)));
    }
}
