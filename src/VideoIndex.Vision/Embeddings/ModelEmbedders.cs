using VideoIndex.Inference;
using VideoIndex.Similar;

namespace VideoIndex.Vision.Embeddings;

/// <summary>Opens a model of two towers that is in the catalogue: one for pictures, <c>NAME-picture</c>, and one for words, <c>NAME-text</c>.</summary>
/// <param name="catalogue">Which models there are.</param>
/// <param name="runtime">What runs them.</param>
/// <param name="options">How they are run.</param>
public sealed class ModelEmbedders(IModelCatalogue catalogue, IModelRuntime runtime, ModelSessionOptions options) : IEmbedders
{
    private const string Unfound = "Pictures are not found by words", PictureEnding = "-picture", TextEnding = "-text";

    /// <inheritdoc/>
    public string? Missing =>
        runtime.Missing is { } reason ? $"{Unfound}: {reason}"
        : catalogue.Serving(ModelTasks.PictureEmbedding) is not { } picture ? $"{Unfound}: no model for it is installed. Take one of your own with: videoindex models import FOLDER"
        : catalogue.Serving(ModelTasks.TextEmbedding) is not { } text ? $"{Unfound}: '{picture.Card.Name}' is installed, but not the model of words beside it. Take it with: videoindex models import FOLDER"
        : !AreOne(picture.Card, text.Card) ? $"{Unfound}: '{picture.Card.Name}' and '{text.Card.Name}' do not belong together; those that do are called NAME{PictureEnding} and NAME{TextEnding}, and give as many values."
        : null;

    /// <inheritdoc/>
    public IEmbedder Open()
    {
        if (Missing is { } missing || catalogue.Serving(ModelTasks.PictureEmbedding) is not { } picture || catalogue.Serving(ModelTasks.TextEmbedding) is not { } text)
        {
            throw new ModelException("no-model", Missing ?? $"{Unfound}: its model was removed just now.");
        }

        var pictures = runtime.Open(picture.Path, options);
        try
        {
            return new TwoTowers(new PictureTower(picture.Card, pictures), new TextTower(text.Card, runtime.Open(text.Path, options)));
        }
        catch
        {
            pictures.Dispose();
            throw;
        }
    }

    private static bool AreOne(ModelCard picture, ModelCard text) =>
        picture.Name.EndsWith(PictureEnding, StringComparison.Ordinal) && text.Name.EndsWith(TextEnding, StringComparison.Ordinal)
        && picture.Name[..^PictureEnding.Length] == text.Name[..^TextEnding.Length]
        && picture.Outputs[0].Shape[^1] == text.Outputs[0].Shape[^1];
}
