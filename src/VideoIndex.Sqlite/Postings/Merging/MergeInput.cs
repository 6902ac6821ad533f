using VideoIndex.Sqlite.Postings.Pages;
using VideoIndex.Sqlite.Postings.Segments;

namespace VideoIndex.Sqlite.Postings.Merging;

/// <summary>A segment that is merged into another, and the numbers its things have there.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="First">The number of the first thing of each of its videos in the other; -1 for a video that is left out.</param>
/// <param name="Bytes">Where its blocks and lists are read.</param>
/// <param name="Terms">Its words, in order.</param>
/// <param name="Table">What is kept of its things.</param>
internal sealed record MergeInput(Segment Segment, int[] First, SegmentBytes Bytes, TermScanner Terms, ThingTable Table)
{
    /// <summary>Gets whether there is a word that is not merged yet.</summary>
    public bool HasTerm { get; set; }
}
