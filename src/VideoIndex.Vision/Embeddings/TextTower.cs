using VideoIndex.Inference;

namespace VideoIndex.Vision.Embeddings;

/// <summary>The tower of words: takes the numbers of tokens, <c>1 x length</c>, perhaps which of them count, and gives a vector.</summary>
internal sealed class TextTower : IDisposable
{
    private const int UsualLength = 77;

    private readonly IModelSession _session;
    private readonly TextTokens _tokens;
    private readonly int _length;

    /// <summary>Takes a model over; it is disposed with this. Its card's labels are its tokens.</summary>
    /// <exception cref="ModelException">It takes something else, or its labels are no tokens.</exception>
    public TextTower(ModelCard card, IModelSession session)
    {
        if (session.Inputs is not ([{ Shape: [_, _] }] or [{ Shape: [_, _] }, { Shape: [_, _] }]) || session.Inputs.Any(input => input.Type is not (ElementType.Signed32 or ElementType.Signed64)))
        {
            session.Dispose();
            throw new ModelException("wrong-inputs", $"The model '{card.Name}' does not take numbers of tokens, and at most which of them count, as a text tower does.");
        }

        try
        {
            (Card, _session, _tokens) = (card, session, new TextTokens(card.Labels));
        }
        catch
        {
            session.Dispose();
            throw;
        }

        _length = session.Inputs[0].Shape[1] is > 1 and var length ? length : UsualLength;
    }

    /// <summary>Gets what it is.</summary>
    public ModelCard Card { get; }

    /// <summary>Returns what it gives for words.</summary>
    public float[] Run(string words)
    {
        var (tokens, used) = _tokens.Of(words, _length);
        var inputs = _session.Inputs.Select((input, at) => Input(input.Type, at == 0 ? tokens : [.. tokens.Select((_, place) => place < used ? 1 : 0)])).ToArray();
        return _session.Run(inputs) is [Tensor<float> vector, ..]
            ? vector.Span.ToArray()
            : throw new ModelException("wrong-outputs", $"The model '{Card.Name}' gave no numbers of 32 bits.");
    }

    public void Dispose() => _session.Dispose();

    private Tensor Input(ElementType type, int[] values) => type == ElementType.Signed32
        ? new Tensor<int>(values, 1, _length)
        : new Tensor<long>(values.Select(value => (long)value).ToArray(), 1, _length);
}
