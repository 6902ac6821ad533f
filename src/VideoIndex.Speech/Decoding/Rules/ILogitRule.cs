namespace VideoIndex.Speech.Decoding.Rules;

/// <summary>Forbids tokens by setting their logits to minus infinity.</summary>
internal interface ILogitRule
{
    /// <summary>Forbids what may not come next.</summary>
    /// <param name="logits">The logits of the next token, one for each token of the vocabulary.</param>
    /// <param name="written">What was written so far, without the beginning marks, the prompt and the prefix.</param>
    void Apply(Span<float> logits, ReadOnlySpan<int> written);
}
