using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Graph;
using VideoIndex.Onnx.Whisper.Shelf;
using VideoIndex.Onnx.Whisper.Sources;

namespace VideoIndex.Onnx.Whisper;

/// <summary>Opens the speech models that are installed.</summary>
/// <param name="catalogue">The models.</param>
/// <param name="runtime">What runs them.</param>
/// <param name="options">How.</param>
public sealed class SpeechModels(IModelCatalogue catalogue, IModelRuntime runtime, ModelSessionOptions options)
{
    private static readonly string[] Own = ["encoder", "decoder", "scores"];

    /// <summary>Gets why none can be opened, as a sentence that says what to run; null when one can.</summary>
    public string? Missing => runtime.Missing
        ?? (catalogue.Serving(ModelTasks.Transcription) is null ? "No speech model is installed, so nothing is heard. Run: videoindex models install whisper-base" : null);

    /// <summary>Opens the model that serves here.</summary>
    /// <exception cref="ModelException">There is none, or it cannot be opened.</exception>
    public SpeechModel Open() => Open(catalogue.Serving(ModelTasks.Transcription) ?? throw new ModelException("no-model", Missing!));

    /// <summary>Opens a model. Graphs that are not made yet are made, and proved, first: that takes some time once.</summary>
    /// <param name="model">The model.</param>
    /// <param name="precision">In what numbers it works; null, the default, for 8 bits on the processor, and for 32 where a GPU is asked for.</param>
    /// <exception cref="ModelException">It cannot be opened.</exception>
    public SpeechModel Open(InstalledModel model, Precision? precision = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var source = SpeechShelf.SourceOf(model.Path, SpeechCard.Read(model.Path));
        var facts = SpeechFacts.Read(source);
        if (source.Kind == SourceKind.Exported)
        {
            return OpenExport(source, facts);
        }

        var chosen = precision ?? (options.RequireGpu ? Precision.Real32 : Precision.Signed8);
        var folder = Conversion.Ensure(source, facts, chosen, model.Card.Sha256, runtime);
        var how = chosen == Precision.Signed8 ? options with { Providers = ["cpu"] } : options;
        return Of(SpeechLayouts.Own, OwnFiles(folder), how, facts);
    }

    /// <summary>Makes graphs of weights outside of any folder of models, unproved, and opens them.</summary>
    /// <param name="path">The weights: a folder, or whisper.cpp's file.</param>
    /// <param name="folder">Where the graphs go.</param>
    /// <param name="precision">In what numbers they work.</param>
    internal SpeechModel Make(string path, string folder, Precision precision)
    {
        var source = SpeechSource.Find(path) ?? throw new ModelException("no-model", $"There is no speech model at '{path}'.");
        var facts = SpeechFacts.Read(source);
        Conversion.Make(source, facts, precision, folder);
        return Of(SpeechLayouts.Own, OwnFiles(folder), options, facts);
    }

    /// <summary>Opens graphs of another's making, outside of any folder of models.</summary>
    internal SpeechModel OpenExport(string folder)
    {
        var source = SpeechSource.Find(folder) ?? throw new ModelException("no-model", $"There is no speech model at '{folder}'.");
        return OpenExport(source, SpeechFacts.Read(source));
    }

    private SpeechModel OpenExport(SpeechSource source, SpeechFacts facts)
    {
        var graphs = source.Files.Where(file => file.EndsWith(".onnx", StringComparison.Ordinal)).ToDictionary(ExportFiles.Part, file => Path.Combine(source.Folder, file));
        return Of(SpeechLayouts.Exported, graphs, options, facts);
    }

    private SpeechModel Of(string layout, Dictionary<string, string> files, ModelSessionOptions how, SpeechFacts facts) => new(layout, OpenAll(files, how))
    {
        Sizes = new SpeechSizes(facts.Sizes.Mels, facts.Sizes.Positions, facts.Sizes.TextLength, facts.Sizes.Vocabulary, facts.Sizes.Width)
        {
            EncoderLayers = facts.Sizes.Encoder.Layers,
            EncoderHeads = facts.Sizes.Encoder.Heads,
            DecoderLayers = facts.Sizes.Decoder.Layers,
            DecoderHeads = facts.Sizes.Decoder.Heads,
        },
        AlignmentHeads = facts.Heads,
        Tokens = facts.Tokens,
        NeverSaid = facts.NeverSaid,
        NeverFirst = facts.NeverFirst,
    };

    private static Dictionary<string, string> OwnFiles(string folder) => Own.ToDictionary(name => name, name => Path.Combine(folder, name + ".onnx"));

    private Dictionary<string, IModelSession> OpenAll(Dictionary<string, string> files, ModelSessionOptions how)
    {
        var graphs = new Dictionary<string, IModelSession>(StringComparer.Ordinal);
        try
        {
            foreach (var (name, file) in files)
            {
                graphs[name] = runtime.Open(file, how);
            }

            return graphs;
        }
        catch
        {
            foreach (var graph in graphs.Values)
            {
                graph.Dispose();
            }

            throw;
        }
    }
}
