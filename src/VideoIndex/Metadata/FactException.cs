namespace VideoIndex.Metadata;

/// <summary>A field, a value or a collection cannot be kept as was asked; nothing was changed.</summary>
/// <param name="code">A stable machine-readable code, lower case with dashes. docs/metadata.md lists them.</param>
/// <param name="sentence">One plain sentence for people.</param>
public sealed class FactException(string code, string sentence) : Exception(sentence)
{
    /// <summary>Gets the machine-readable code.</summary>
    public string Code { get; } = code;
}
