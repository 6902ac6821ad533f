using VideoIndex.Looks;
using VideoIndex.Search;
using VideoIndex.Timing;

namespace VideoIndex.Sqlite.Search;

/// <summary>Something that answers a group of terms.</summary>
/// <param name="Video">The ordinal of its video.</param>
/// <param name="Key">Its moment key; null for a shot or a scene.</param>
/// <param name="Part">Which shot or scene it is; null for anything else.</param>
/// <param name="Rank">How well it answers: lower is better (FTS5's bm25).</param>
/// <param name="Span">When it holds.</param>
internal sealed record Hit(long Video, long? Key, Part? Part, double Rank, MediaSpan Span)
{
    /// <summary>Gets where in the picture it is, where that is another place than the thing's surest; null for that one.</summary>
    public PictureBox? Box { get; init; }

    /// <summary>Gets the words that answer, where they were heard and have times of their own; null for anything else.</summary>
    public SpokenPlace? Place { get; init; }

    /// <summary>Gets the key of the utterance it runs on into; null where it lies in one.</summary>
    public long? Next { get; init; }

    /// <summary>Gets what was counted; null for what is one thing.</summary>
    public Counted? Counted { get; init; }
}

/// <summary>Several things, counted.</summary>
/// <param name="Term">What was asked to be counted.</param>
/// <param name="Least">The fewest at once.</param>
/// <param name="Most">The most at once.</param>
/// <param name="Keys">The moment keys of all of them.</param>
internal sealed record Counted(QueryTerm Term, int Least, int Most, IReadOnlyList<long> Keys);

/// <summary>A numbered part of a video.</summary>
/// <param name="Field">What it is: <c>shot</c> or <c>scene</c>.</param>
/// <param name="Number">Its number, from 1.</param>
internal sealed record Part(string Field, int Number);
