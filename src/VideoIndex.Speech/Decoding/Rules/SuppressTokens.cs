namespace VideoIndex.Speech.Decoding.Rules;

/// <summary>Forbids certain tokens always.</summary>
/// <param name="tokens">Which.</param>
internal sealed class SuppressTokens(IReadOnlyList<int> tokens) : ILogitRule
{
    private readonly int[] _tokens = [.. tokens];

    /// <inheritdoc/>
    public void Apply(Span<float> logits, ReadOnlySpan<int> written)
    {
        foreach (var token in _tokens)
        {
            logits[token] = float.NegativeInfinity;
        }
    }
}
