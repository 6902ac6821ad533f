using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Similar;

namespace VideoIndex.Vision.Embeddings;

/// <summary>Two towers whose vectors lie in one space, as those of A. Radford and others, "Learning Transferable Visual Models From Natural Language Supervision", 2021.</summary>
internal sealed class TwoTowers(PictureTower pictures, TextTower texts) : IEmbedder
{
    public VectorSource Pictures { get; } = new(VectorKind.PictureEmbedding, pictures.Card.Name, pictures.Card.Revision);

    public int Dimensions => pictures.Card.Outputs[0].Shape[^1];

    public float[] Embed(ColourPicture picture) => Unit(pictures.Run(picture), pictures.Card);

    public float[] Embed(string words) => Unit(texts.Run(words), texts.Card);

    public void Dispose()
    {
        pictures.Dispose();
        texts.Dispose();
    }

    private float[] Unit(float[] vector, ModelCard card)
    {
        var square = 0.0;
        foreach (var value in vector)
        {
            square += (double)value * value;
        }

        return vector.Length == Dimensions && double.IsFinite(square) && square > 0
            ? [.. vector.Select(value => (float)(value / Math.Sqrt(square)))]
            : throw new ModelException("not-finite", $"The model '{card.Name}' gave no vector of {Dimensions} numbers that points anywhere.");
    }
}
