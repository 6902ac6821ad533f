namespace VideoIndex.Search.Language;

/// <summary>A question, as typed and as understood.</summary>
/// <param name="Text">The question as typed.</param>
/// <param name="Root">What is asked.</param>
public sealed record Question(string Text, Clause Root);
