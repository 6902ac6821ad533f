using VideoIndex.Inference;
using VideoIndex.Looks;

namespace VideoIndex.Vision.Embeddings;

/// <summary>The tower of pictures: takes <c>1 x 3 x height x width</c> and gives a vector.</summary>
internal sealed class PictureTower : IDisposable
{
    private readonly IModelSession _session;
    private readonly PicturePlanes _planes;

    /// <summary>Takes a model over; it is disposed with this.</summary>
    /// <exception cref="ModelException">It takes something else.</exception>
    public PictureTower(ModelCard card, IModelSession session)
    {
        if (session.Inputs is not [{ Type: ElementType.Real32, Shape: [_, 3 or -1, _, _] }] || card is not { Width: > 0, Height: > 0 })
        {
            throw new ModelException("wrong-inputs", $"The model '{card.Name}' does not take pictures of three planes and one size, as a picture tower does.");
        }

        (Card, _session, _planes) = (card, session, new PicturePlanes(card.Width, card.Height, card.Preparation));
    }

    /// <summary>Gets what it is.</summary>
    public ModelCard Card { get; }

    /// <summary>Returns what it gives for a picture.</summary>
    public float[] Run(ColourPicture picture) => _session.Run(new Tensor<float>(_planes.Of(picture), 1, 3, Card.Height, Card.Width)) is [Tensor<float> vector, ..]
        ? vector.Span.ToArray()
        : throw new ModelException("wrong-outputs", $"The model '{Card.Name}' gave no numbers of 32 bits.");

    public void Dispose() => _session.Dispose();
}
