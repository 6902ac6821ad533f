namespace VideoIndex.Sqlite.Postings.Segments;

/// <summary>Where the words of a segment are: in blocks of 64, sorted by key; in memory is the first of each block.</summary>
/// <param name="ListsAt">Where the lists of the first block begin; those of any other begin where the block before ends.</param>
/// <param name="First">The first key of each block.</param>
/// <param name="At">Where each block is.</param>
/// <param name="Length">How many bytes each takes.</param>
internal sealed record TermIndex(long ListsAt, byte[][] First, long[] At, int[] Length)
{
    /// <summary>Returns the block that a key is in, if it is anywhere; the first one for a key before all.</summary>
    public int BlockOf(ReadOnlySpan<byte> key)
    {
        var (low, high) = (0, First.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (key.SequenceCompareTo(First[middle]) < 0)
            {
                high = middle - 1;
            }
            else
            {
                low = middle;
            }
        }

        return low;
    }

    /// <summary>Returns where the lists of a block begin.</summary>
    public long ListsOf(int block) => block == 0 ? ListsAt : At[block - 1] + Length[block - 1];
}

/// <summary>A word in a segment.</summary>
/// <param name="At">Where its list is.</param>
/// <param name="Bytes">How many bytes that takes.</param>
/// <param name="Things">How many things have it.</param>
internal readonly record struct TermPlace(long At, long Bytes, int Things);
