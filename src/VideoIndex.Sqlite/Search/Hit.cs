using VideoIndex.Timing;

namespace VideoIndex.Sqlite.Search;

/// <summary>Something that answers a group of terms.</summary>
/// <param name="Video">The ordinal of its video.</param>
/// <param name="Key">Its moment key; null for a shot.</param>
/// <param name="Shot">Its number; null for anything but a shot.</param>
/// <param name="Rank">How well it answers: lower is better (FTS5's bm25).</param>
/// <param name="Span">When it holds.</param>
internal sealed record Hit(long Video, long? Key, int? Shot, double Rank, MediaSpan Span);
