using VideoIndex.Inference;

namespace VideoIndex.Onnx.Whisper.Proof;

/// <summary>Runs graphs of ours once: the small encoder, then the decoder on all tokens of one sequence.</summary>
internal static class GraphTrial
{
    /// <summary>Returns the logits at every place.</summary>
    public static float[] Run(string folder, float[] mel, int[] tokens, IModelRuntime runtime, ModelSessionOptions options)
    {
        Dictionary<string, Tensor> tensors;
        using (var encoder = runtime.Open(Path.Combine(folder, "encoder.onnx.proof"), options))
        {
            var (bands, frames) = (encoder.Inputs[0].Shape[1], encoder.Inputs[0].Shape[2]);
            var outputs = encoder.Run(new Tensor<float>(mel, 1, bands, frames));
            tensors = encoder.Outputs.Select((output, i) => (output.Name, Tensor: outputs[i])).ToDictionary(one => one.Name, one => one.Tensor);
        }

        using var decoder = runtime.Open(Path.Combine(folder, "decoder.onnx"), options);
        var (count, width) = (tokens.Length, tensors["encoded"].Shape[^1]);
        tensors["tokens"] = new Tensor<long>(Array.ConvertAll(tokens, token => (long)token), 1, count);
        tensors["positions"] = new Tensor<long>(Rising(count), count);
        tensors["wanted"] = new Tensor<long>(Rising(count), count);
        tensors["lines"] = new Tensor<long>(new long[1], 1);
        tensors["back"] = new Tensor<long>(new long[1], 1);
        tensors["lined.shape"] = new Tensor<long>(new long[] { 1, count, width }, 3);
        tensors["apart.shape"] = new Tensor<long>(new long[] { 1, count, width }, 3);
        var inputs = decoder.Inputs.Select(input => tensors.GetValueOrDefault(input.Name) ?? new Tensor<float>(Array.Empty<float>(), 1, input.Shape[1], 0, input.Shape[3])).ToArray();
        return ((Tensor<float>)decoder.Run(inputs)[decoder.Outputs.Select(output => output.Name).ToList().IndexOf("logits")]).Values.ToArray();
    }

    private static long[] Rising(int count) => [.. Enumerable.Range(0, count).Select(place => (long)place)];
}
