using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Onnx.Binding;
using VideoIndex.ScreenText;
using VideoIndex.Tesseract;
using VideoIndex.Vision.ScreenText.Reading;
using VideoIndex.Vision.ScreenText.Reading.Places;

namespace VideoIndex.Accuracy.Text.Reading;

/// <summary>A reader that is measured, and what it took.</summary>
/// <param name="name">What it is called.</param>
/// <param name="reader">The reader.</param>
/// <param name="places">What finds places of words for it, beside the spotter; null for nothing.</param>
internal sealed class BenchReader(string name, ITextReader reader, LookPlaces? places) : IDisposable
{
    public LookPlaces? Places { get; } = places;

    public string Name { get; } = name;

    public ITextReader Reader { get; } = reader;

    public double Milliseconds { get; private set; }

    public int Crops { get; private set; }

    public long Pixels { get; private set; }

    public int Looks { get; private set; }

    public double LookMilliseconds { get; private set; }

    /// <summary>Notes that a look took so long to spot.</summary>
    public void Looked(double milliseconds) => (Looks, LookMilliseconds) = (Looks + 1, LookMilliseconds + milliseconds);

    /// <summary>Opens readers by their names, <c>tesseract</c>, <c>onnx</c>, and <c>placed</c> for onnx with places of its own.</summary>
    /// <param name="names">The names, with <c>+</c> between.</param>
    /// <param name="models">The folder of the models; null for none.</param>
    /// <exception cref="InvalidOperationException">One is missing; the sentence says what to install.</exception>
    public static IReadOnlyList<BenchReader> Open(string names, string? models) => [.. names.Split('+').Select(name => Named(name, models))];

    public IReadOnlyList<ReadWord> Read(GrayPicture crop)
    {
        var start = Environment.CpuUsage.TotalTime;
        var words = Reader.Read(crop);
        Milliseconds += (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        (Crops, Pixels) = (Crops + 1, Pixels + crop.Pixels.Length);
        return words;
    }

    public void Dispose() => Reader.Dispose();

    private static BenchReader Named(string name, string? models) => name == "tesseract"
        ? new BenchReader(name, new TesseractReaders(new TesseractOptions()).Open(), null)
        : Open(name, new ModelTextReaders(
            new BenchModels(models ?? ""), new OnnxRuntime(new OnnxRuntimeOptions()), new ModelSessionOptions { Providers = ["cpu"] }, ["eng"]));

    private static BenchReader Open(string name, ModelTextReaders readers) => new(name, readers.Open(), name == "placed" ? readers.Places : null);
}
