using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Onnx.Binding;
using VideoIndex.ScreenText;
using VideoIndex.Tesseract;
using VideoIndex.Vision.ScreenText.Reading;

namespace VideoIndex.Accuracy.Text.Reading;

/// <summary>A reader that is measured, and what it took.</summary>
internal sealed class BenchReader(string name, ITextReader reader) : IDisposable
{
    public string Name { get; } = name;

    public ITextReader Reader { get; } = reader;

    public double Milliseconds { get; private set; }

    public int Crops { get; private set; }

    public long Pixels { get; private set; }

    /// <summary>Opens readers by their names, <c>tesseract</c> and <c>onnx</c>.</summary>
    /// <param name="names">The names, with <c>+</c> between.</param>
    /// <param name="models">The folder of the models; null for none.</param>
    /// <exception cref="InvalidOperationException">One is missing; the sentence says what to install.</exception>
    public static IReadOnlyList<BenchReader> Open(string names, string? models) => [.. names.Split('+').Select(name => Open(name, Readers(name, models)))];

    public IReadOnlyList<ReadWord> Read(GrayPicture crop)
    {
        var start = Environment.CpuUsage.TotalTime;
        var words = Reader.Read(crop);
        Milliseconds += (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        (Crops, Pixels) = (Crops + 1, Pixels + crop.Pixels.Length);
        return words;
    }

    public void Dispose() => Reader.Dispose();

    private static BenchReader Open(string name, ITextReaders readers) => new(name, readers.Open());

    private static ITextReaders Readers(string name, string? models) => name == "onnx"
        ? new ModelTextReaders(new BenchModels(models ?? ""), new OnnxRuntime(new OnnxRuntimeOptions()), new ModelSessionOptions { Providers = ["cpu"] }, ["eng"])
        : new TesseractReaders(new TesseractOptions());
}
