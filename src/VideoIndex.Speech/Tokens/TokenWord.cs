namespace VideoIndex.Speech.Tokens;

/// <summary>A word with its tokens.</summary>
/// <param name="Text">The word, with the space before it where there is one.</param>
/// <param name="Tokens">Its tokens, one at least.</param>
public sealed record TokenWord(string Text, IReadOnlyList<int> Tokens);
