using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Graph;

namespace VideoIndex.Performance.Speech;

/// <summary>Only the products with weights that an encoder's layers make of a window, in 32 bits: what no graph of such numbers can cost less than.</summary>
internal static class BareProducts
{
    private const int Positions = 1500;

    /// <summary>Returns their processor time, in milliseconds.</summary>
    public static double Measure(RandomWeights size, string path, IModelRuntime runtime, int rounds)
    {
        using (var file = new WeightFile(path + ".weights"))
        {
            var maker = new GraphMaker("bare", file);
            var made = maker.Takes("x", ElementType.Real32, $"1 {Positions} {size.Width}");
            for (var layer = 0; layer < size.Layers; layer++)
            {
                // query, key, value, what is made of them, and, for the decoder, its keys and values
                for (var i = 0; i < 6; i++)
                {
                    made = Product(maker, made, $"{layer}.{i}", size.Width, size.Width);
                }

                made = Product(maker, Product(maker, made, $"{layer}.wide", size.Width, 4 * size.Width), $"{layer}.back", 4 * size.Width, size.Width);
            }

            maker.Does("Identity", "", [made], ["y"]);
            maker.Gives("y", ElementType.Real32, $"1 {Positions} {size.Width}");
            file.Flush();
            File.WriteAllBytes(path, maker.Bytes());
        }

        using var session = runtime.Open(path, new ModelSessionOptions { Providers = ["cpu"] });
        var input = new Tensor<float>(new float[Positions * size.Width], 1, Positions, size.Width);
        input.Span.Fill(0.1f);
        return WhisperBench.Least(rounds, () => session.Run(input));
    }

    private static string Product(GraphMaker maker, string input, string name, int from, int to)
    {
        var values = new float[to];
        Array.Fill(values, 1f / from);
        return maker.Does("MatMul", [input, maker.Weight(name, ElementType.Real32, [from, to], file =>
        {
            for (var row = 0; row < from; row++)
            {
                file.Append<float>(values);
            }
        })]);
    }
}
