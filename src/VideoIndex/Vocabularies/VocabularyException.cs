namespace VideoIndex.Vocabularies;

/// <summary>A vocabulary cannot be kept as was asked; nothing was changed.</summary>
/// <param name="code">A stable machine-readable code, lower case with dashes. docs/vocabulary.md lists them.</param>
/// <param name="sentence">One plain sentence for people.</param>
public sealed class VocabularyException(string code, string sentence) : Exception(sentence)
{
    /// <summary>Gets the machine-readable code.</summary>
    public string Code { get; } = code;
}
