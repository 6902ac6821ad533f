using System.Globalization;
using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Whisper;
using VideoIndex.Onnx.Whisper.Graph;
using VideoIndex.Speech.Network;

namespace VideoIndex.Performance.Speech;

/// <summary>
/// What hearing costs: networks of the true shapes with drawn weights, one thread, processor time of this process. Encoder and decoder apart, and both
/// as seconds for a minute of speech of 212 tokens, two windows.
/// </summary>
internal static class WhisperBench
{
    private const int TokensOfWindow = 106, Warm = 2;

    // The beginning of a text, then as many tokens as half a minute of speech has.
    private static readonly int[] Beginning = [50258, 50259, 50359];

    /// <summary>Measures the sizes that are named, or all.</summary>
    public static int Run(Options options, IReadOnlyList<string> sizes)
    {
        var folder = Directory.CreateTempSubdirectory("videoindex-whisper-bench-").FullName;
        var rounds = options.Number("--rounds", 3);
        var runtime = new OnnxRuntime(new OnnxRuntimeOptions());
        var models = new SpeechModels(new ModelCatalogue(folder, Manifest.Embedded), runtime, new ModelSessionOptions { Providers = ["cpu"] });
        try
        {
            Console.WriteLine("| network | numbers | window ms | of which products with weights | token ms, 1 | token ms, 8 | s a minute of speech, 1 | 8 | made in s | memory MB |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
            foreach (var size in RandomWeights.Sizes.Where(one => sizes.Count == 0 || sizes.Contains(one.Name)))
            {
                var source = Path.Combine(folder, size.Name);
                size.Write(source);
                var bare = BareProducts.Measure(size, Path.Combine(folder, size.Name + "-bare.onnx"), runtime, rounds);
                foreach (var precision in Enum.GetValues<Precision>())
                {
                    Console.WriteLine(Measure(models, size.Name, (source, Path.Combine(folder, $"{size.Name}-{precision}")), precision, bare, rounds));
                }
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Returns the least processor time of several turns, in milliseconds.</summary>
    public static double Least(int rounds, Action work)
    {
        var least = double.MaxValue;
        for (var round = -Warm; round < rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            work();
            least = round < 0 ? least : Math.Min(least, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return least;
    }

    private static string Measure(SpeechModels models, string name, (string Source, string Graphs) where, Precision precision, double bare, int rounds)
    {
        var before = Environment.CpuUsage.TotalTime;
        using var network = SpeechNetworks.Of(models.Make(where.Source, where.Graphs, precision));
        var made = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        var random = new Random(1);
        var sound = new float[8 * network.Shape.Mels * network.Shape.Frames];
        for (var i = 0; i < sound.Length; i++)
        {
            sound[i] = 2 * random.NextSingle() - 1;
        }

        var window = Least(rounds, () => network.Encode(sound.AsSpan(0, sound.Length / 8), 1).Dispose());
        using var encoded = network.Encode(sound, 8);
        var (one, eight) = (Least(rounds, () => Decode(network, encoded, 1)), Least(rounds, () => Decode(network, encoded, 8)) / 8);
        var memory = Environment.WorkingSet / 1_000_000;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {precision} | {window:0} | {bare:0} | {one / TokensOfWindow:0.00} | {eight / TokensOfWindow:0.00} | {2 * (window + one) / 1000:0.00} | {2 * (window + eight) / 1000:0.00} | {made:0.0} | {memory} |");
    }

    private static void Decode(ISpeechNetwork network, IEncodedSpeech encoded, int count)
    {
        using var decoding = network.Begin(encoded, [.. Enumerable.Range(0, count)]);
        var logits = new float[count * network.Shape.Vocabulary];
        decoding.Feed([.. Enumerable.Range(0, count).SelectMany(_ => Beginning)], [Beginning.Length - 1], logits);
        for (var token = 1; token < TokensOfWindow; token++)
        {
            decoding.Feed([.. Enumerable.Repeat(400 + 7 * token, count)], [0], logits);
        }
    }
}
