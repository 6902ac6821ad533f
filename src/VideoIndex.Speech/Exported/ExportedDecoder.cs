using VideoIndex.Hearing;
using VideoIndex.Inference;

namespace VideoIndex.Speech.Exported;

/// <summary>
/// The decoder of an export. Its first call is given the sound and no keys and values, and gives both those of the tokens and those of the sound; the
/// latter stay as they are, and every later call is given all of them with one token more.
/// </summary>
/// <param name="model">The model: with <c>decoder-merged</c>, or with <c>decoder</c> and <c>decoder-with-past</c>.</param>
internal sealed class ExportedDecoder(SpeechModel model)
{
    private const string Past = "past_key_values.", Present = "present.";

    private readonly IModelSession _first = Graph(model, "decoder");
    private readonly IModelSession _later = Graph(model, "decoder-with-past");

    /// <summary>Runs it once.</summary>
    /// <param name="tokens">The tokens, row by row.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="length">How many tokens came before.</param>
    /// <param name="sound">What the encoder gave, a row for each sequence.</param>
    /// <param name="memory">Keys and values by their names, <c>0.decoder.key</c>; what it gives is put there. Empty for the first call.</param>
    /// <returns>What it gives, by name.</returns>
    public Dictionary<string, Tensor> Run(ReadOnlySpan<int> tokens, int count, int length, Tensor sound, Dictionary<string, Tensor> memory)
    {
        var (begins, session) = (memory.Count == 0, memory.Count == 0 ? _first : _later);
        var (wide, further) = (new long[tokens.Length], tokens.Length / count);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = tokens[i];
        }

        var inputs = session.Inputs.Select(input => input.Name switch
        {
            "input_ids" => new Tensor<long>(wide, count, further),
            "encoder_hidden_states" => sound,
            "use_cache_branch" => new Tensor<bool>(new[] { !begins }, 1),
            "cache_position" => new Tensor<long>(Enumerable.Range(length, further).Select(place => (long)place).ToArray(), further),
            _ when input.Name.StartsWith(Past, StringComparison.Ordinal) => begins ? Nothing(input, count) : memory[input.Name[Past.Length..]],
            _ => throw new ModelException("wrong-inputs", $"The exported decoder takes '{input.Name}', and nothing is known here to give it."),
        }).ToArray();
        var given = session.Run(inputs);
        var outputs = session.Outputs.Select((output, i) => (output.Name, Tensor: given[i])).ToDictionary(one => one.Name, one => one.Tensor, StringComparer.Ordinal);
        foreach (var (name, tensor) in outputs.Where(output => output.Key.StartsWith(Present, StringComparison.Ordinal)))
        {
            if (begins || name.Contains(".decoder.", StringComparison.Ordinal))
            {
                memory[name[Present.Length..]] = tensor;
            }
        }

        return outputs;
    }

    private Tensor Nothing(TensorShape input, int count)
    {
        var (heads, size) = (model.Sizes.DecoderHeads, model.Sizes.Width / model.Sizes.DecoderHeads);
        return Reals.Make(input, [], count, heads, 0, size);
    }

    private static IModelSession Graph(SpeechModel model, string name) => model.Graphs.GetValueOrDefault("decoder-merged") ?? model.Graphs.GetValueOrDefault(name)
        ?? throw new ModelException("wrong-layout", "An exported speech model has one decoder for both its uses, or two, and this has neither.");
}
