namespace VideoIndex.Inference;

/// <summary>A model cannot be read or run.</summary>
/// <param name="code">A short machine-readable reason, such as <c>no-runtime</c>.</param>
/// <param name="sentence">The same for people, as one sentence.</param>
/// <param name="inner">What was thrown below; null for nothing.</param>
public sealed class ModelException(string code, string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    /// <summary>Gets the machine-readable reason.</summary>
    public string Code { get; } = code;
}
