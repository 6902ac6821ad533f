using VideoIndex.Hearing;
using VideoIndex.Inference;

namespace VideoIndex.Speech.Network;

/// <summary>Makes speech networks of models.</summary>
public static class SpeechNetworks
{
    /// <summary>Makes a network of a model, and takes the model over: closing the one closes the other.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ModelException">Its graphs are of no layout that is known here.</exception>
    public static ISpeechNetwork Of(SpeechModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Layout switch
        {
            SpeechLayouts.Own => new WhisperNetwork(model),
            _ => throw new ModelException("wrong-layout", $"No way is known here to run speech models of the layout '{model.Layout}'."),
        };
    }
}
