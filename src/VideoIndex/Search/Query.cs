namespace VideoIndex.Search;

/// <summary>A question, as typed and as understood. Every term must hold.</summary>
/// <param name="Text">The question as typed.</param>
/// <param name="Terms">What must hold, in the order typed.</param>
public sealed record Query(string Text, IReadOnlyList<QueryTerm> Terms);

/// <summary>One thing a question asks for.</summary>
/// <param name="Field">Where to look: <c>say</c>, <c>text</c>, <c>tag</c>, <c>shot</c>, <c>video</c>; null for everywhere.</param>
/// <param name="Words">The word, or the words of a phrase, as typed.</param>
/// <param name="Prefix">Whether the last word may go on: <c>goal*</c>.</param>
/// <param name="At">Where the term starts in the question, from 0.</param>
public sealed record QueryTerm(string? Field, string Words, bool Prefix, int At);
