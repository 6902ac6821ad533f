using VideoIndex.Hearing;

namespace VideoIndex.Speech.Network;

/// <summary>Reads a network's sizes off its model.</summary>
internal static class WhisperShape
{
    /// <summary>Returns the sizes.</summary>
    public static NetworkShape Of(SpeechSizes sizes) => new(
        sizes.Mels, sizes.Positions, sizes.TextLength, sizes.Vocabulary, sizes.Width, sizes.EncoderHeads, sizes.DecoderHeads, sizes.EncoderLayers, sizes.DecoderLayers);

    /// <summary>Returns the heads that follow the sound: those a model names, else all of the upper half of the decoder's layers.</summary>
    public static IReadOnlyList<AlignmentHead> HeadsOf(SpeechModel model) => model.AlignmentHeads is { Count: > 0 } named ? named :
        [.. from layer in Enumerable.Range(model.Sizes.DecoderLayers / 2, model.Sizes.DecoderLayers - model.Sizes.DecoderLayers / 2)
            from head in Enumerable.Range(0, model.Sizes.DecoderHeads)
            select new AlignmentHead(layer, head)];
}
