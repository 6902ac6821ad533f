using VideoIndex.Hearing;
using VideoIndex.Inference;

namespace VideoIndex.Speech.Network;

/// <summary>Reads a network's sizes off its graphs.</summary>
internal static class WhisperShape
{
    /// <summary>Reads those of graphs of our own.</summary>
    /// <exception cref="ModelException">They are of another layout.</exception>
    public static NetworkShape Read(SpeechModel model)
    {
        var (encoder, decoder) = (Graph(model, "encoder"), Graph(model, "decoder"));
        _ = Graph(model, "scores");
        var mel = Sides(encoder.Inputs, "mel", 3);
        var encoded = Sides(encoder.Outputs, "encoded", 3);
        var key = Sides(encoder.Outputs, "cross.0.key", 4);
        var layers = decoder.Inputs.Count(input => input.Name.StartsWith("self.", StringComparison.Ordinal) && input.Name.EndsWith(".key", StringComparison.Ordinal));
        return new NetworkShape(mel[1], encoded[1], model.TextLength, Sides(decoder.Outputs, "logits", 3)[2], encoded[2], key[1], key[1], 0, layers);
    }

    /// <summary>Returns the heads that are taken where a model names none: all of the upper half of the decoder's layers.</summary>
    public static IReadOnlyList<AlignmentHead> UpperHalf(NetworkShape shape) =>
        [.. from layer in Enumerable.Range(shape.DecoderLayers / 2, shape.DecoderLayers - shape.DecoderLayers / 2)
            from head in Enumerable.Range(0, shape.DecoderHeads)
            select new AlignmentHead(layer, head)];

    private static IModelSession Graph(SpeechModel model, string name) => model.Graphs.GetValueOrDefault(name) ?? throw Other();

    private static IReadOnlyList<int> Sides(IReadOnlyList<TensorShape> tensors, string name, int count) =>
        tensors.FirstOrDefault(tensor => tensor.Name == name) is { } found && found.Shape.Count == count ? found.Shape : throw Other();

    private static ModelException Other() => new("wrong-layout", "The graphs of the speech model are not laid out as those made here are.");
}
