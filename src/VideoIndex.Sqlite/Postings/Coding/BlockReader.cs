using System.Runtime.InteropServices;

namespace VideoIndex.Sqlite.Postings.Coding;

/// <summary>Reads what <see cref="ListWriter"/> wrote.</summary>
internal static class BlockReader
{
    /// <summary>Reads the things of a block.</summary>
    /// <param name="bytes">Its bytes, and those after them.</param>
    /// <param name="width">How many bits a gap takes.</param>
    /// <param name="last">The last thing before the block; -1 for none.</param>
    /// <param name="things">Where they go.</param>
    public static void Things(ReadOnlySpan<byte> bytes, int width, int last, Span<int> things)
    {
        Bits.Unpack(bytes, width, things);
        unchecked
        {
            foreach (ref var thing in things)
            {
                last += thing + 1;
                thing = last;
            }
        }
    }

    /// <summary>Reads how often each thing of a block has the word.</summary>
    /// <returns>How often in all.</returns>
    public static int Times(ReadOnlySpan<byte> bytes, int width, Span<int> times)
    {
        Bits.Unpack(bytes, width, times);
        var sum = times.Length;
        foreach (ref var count in times)
        {
            sum += count++;
        }

        return sum;
    }

    /// <summary>Reads the places of a block.</summary>
    public static void Places(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> times, Span<int> places)
    {
        Bits.Unpack(bytes[1..], bytes[0], places);
        var at = 0;
        foreach (var count in times)
        {
            for (var one = 1; one < count; one++)
            {
                places[at + one] += places[at + one - 1] + 1;
            }

            at += count;
        }
    }

    /// <summary>Reads what is left over after the blocks.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="last">The last thing before it; -1 for none.</param>
    /// <param name="things">Where the things go: as many as there are.</param>
    /// <param name="times">Where it goes how often each has the word.</param>
    /// <param name="places">What the places are appended to.</param>
    /// <returns>What bounds the best score.</returns>
    public static ushort[] Rest(ReadOnlySpan<byte> bytes, int last, Span<int> things, Span<int> times, List<int> places)
    {
        var reader = new ByteReader(bytes);
        var pairs = new ushort[4];
        var count = SkipTable.ReadPairs(ref reader, ref pairs, 0);
        for (var at = 0; at < things.Length; at++)
        {
            var head = reader.Count();
            last += (head >> 1) + 1;
            things[at] = last;
            times[at] = (head & 1) == 0 ? 1 : reader.Count() + 2;
            var place = -1;
            for (var one = 0; one < times[at]; one++)
            {
                place += reader.Count() + 1;
                places.Add(place);
            }
        }

        return pairs[..count];
    }

    /// <summary>Makes room at the end of a list of numbers.</summary>
    public static Span<int> Grow(List<int> numbers, int more)
    {
        var from = numbers.Count;
        CollectionsMarshal.SetCount(numbers, from + more);
        return CollectionsMarshal.AsSpan(numbers)[from..];
    }
}
