using VideoIndex.Looks;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Search.Conditions;

/// <summary>Something in a video that answers the words of a term, and may answer its conditions.</summary>
/// <param name="Label">What it is, or what it says: things of one label may go on in each other.</param>
/// <param name="Span">When it is there.</param>
/// <param name="Box">Where in the picture; null for what has no place.</param>
/// <param name="Path">Its way through the picture; null where it stays in its box.</param>
public sealed record Thing(string Label, MediaSpan Span, PictureBox? Box, TagPath? Path);

/// <summary>A stretch in which a term holds with all its conditions.</summary>
/// <param name="Span">When.</param>
/// <param name="Things">Which things make it hold, by their place in the list that was given; none where what is counted is absent.</param>
/// <param name="Box">Where the first of them is then; null for what has no place, or for several counted.</param>
/// <param name="Least">The fewest at once, where they are counted.</param>
/// <param name="Most">The most at once, where they are counted.</param>
public sealed record Stretch(MediaSpan Span, IReadOnlyList<int> Things, PictureBox? Box, int Least = 1, int Most = 1);
