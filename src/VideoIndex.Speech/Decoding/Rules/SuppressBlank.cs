namespace VideoIndex.Speech.Decoding.Rules;

/// <summary>Forbids to begin with a space or with the end.</summary>
/// <param name="blank">The tokens of a space, and the end of text.</param>
internal sealed class SuppressBlank(params int[] blank) : ILogitRule
{
    /// <inheritdoc/>
    public void Apply(Span<float> logits, ReadOnlySpan<int> written)
    {
        if (written.IsEmpty)
        {
            foreach (var token in blank)
            {
                logits[token] = float.NegativeInfinity;
            }
        }
    }
}
