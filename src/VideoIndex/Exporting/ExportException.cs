namespace VideoIndex.Exporting;

/// <summary>Something cannot leave as it was asked to. Trying again does not help.</summary>
/// <param name="code">For programs: <c>variable-rate</c>, <c>rate-too-high</c>, <c>odd-rate</c>, <c>nothing-to-export</c>.</param>
/// <param name="sentence">For people; says what to do.</param>
public sealed class ExportException(string code, string sentence) : Exception(sentence)
{
    /// <summary>Gets the code for programs.</summary>
    public string Code { get; } = code;
}
