namespace VideoIndex.Sqlite.Postings.Coding;

/// <summary>What the index keeps of a thing beside its words.</summary>
/// <param name="Millisecond">The milliseconds in its moment key.</param>
/// <param name="Tie">What tells it apart from others of that millisecond in its key.</param>
/// <param name="Late">How many milliseconds it starts after those of its key: 0 but for what starts before the video or past six days.</param>
/// <param name="Lasts">How many milliseconds from its start, rounded down, to its end, rounded up.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="Class">Which <see cref="Segments.ThingClass"/> it is of.</param>
/// <param name="Millionths">How sure its author is, in millionths.</param>
internal readonly record struct ThingFacts(long Millisecond, long Tie, long Late, long Lasts, long Words, long Class, long Millionths);
