namespace VideoIndex.Search;

/// <summary>A question that cannot be understood as typed.</summary>
/// <param name="code">A stable machine-readable code, lower case with dashes: <c>unknown-field</c>, <c>unbalanced-quote</c>.</param>
/// <param name="at">The character of the question at fault, from 0, in UTF-16 units.</param>
/// <param name="sentence">What is wrong and what to do, for people.</param>
public sealed class QueryException(string code, int at, string sentence) : Exception(sentence)
{
    /// <summary>Gets the machine-readable code.</summary>
    public string Code { get; } = code;

    /// <summary>Gets the place in the question, from 0.</summary>
    public int At { get; } = at;

    /// <summary>Gets the words for people.</summary>
    public string Sentence => Message;
}
