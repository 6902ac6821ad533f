using System.Text;
using System.Text.Json;
using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Shelf;

namespace VideoIndex.Onnx.Catalogue;

/// <summary>The models VideoIndex knows by itself, of <c>models/manifest.json</c>: which file each is, to the last bit.</summary>
public sealed class Manifest
{
    private readonly Dictionary<string, string> _texts;

    private Manifest(IReadOnlyList<ModelCard> models, IReadOnlyList<SpeechEntry> speech, Dictionary<string, string> texts) => (Models, Speech, _texts) = (models, speech, texts);

    /// <summary>Gets the manifest of this build.</summary>
    public static Manifest Embedded { get; } = Load();

    /// <summary>Gets the models, of one task the one to be preferred first.</summary>
    public IReadOnlyList<ModelCard> Models { get; }

    /// <summary>Gets the speech models, each of several files, the one to be preferred first.</summary>
    public IReadOnlyList<SpeechEntry> Speech { get; }

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">Its text, UTF-8.</param>
    /// <exception cref="ModelException">It is none, or an entry is wrong.</exception>
    public static Manifest Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var cards = new List<ModelCard>();
        foreach (var entry in document.RootElement.GetProperty("models").EnumerateArray())
        {
            var card = CardReader.Read(new CardNode(entry, $"Entry {cards.Count + 1} of the manifest"));
            cards.Add(card);
            texts[card.Name] = entry.GetRawText();
        }

        var speech = document.RootElement.TryGetProperty("speech", out var entries)
            ? entries.EnumerateArray().Select((entry, i) => SpeechEntryReader.Read(new CardNode(entry, $"Speech model {i + 1} of the manifest"))).ToList()
            : [];
        return new Manifest(cards, speech, texts);
    }

    /// <summary>Returns a model by its name; null where there is none.</summary>
    public ModelCard? Find(string name) => Models.FirstOrDefault(card => card.Name == name);

    /// <summary>Returns a speech model by its name; null where there is none.</summary>
    public SpeechEntry? FindSpeech(string name) => Speech.FirstOrDefault(entry => entry.Name == name);

    /// <summary>Returns this manifest with another card in the place of the one of its name, for a test's own server.</summary>
    internal Manifest With(ModelCard card) => new([.. Models.Select(model => model.Name == card.Name ? card : model)], Speech, _texts);

    /// <summary>Returns this manifest with other speech models, for a test's own server.</summary>
    internal Manifest With(params SpeechEntry[] speech) => new(Models, speech, _texts);

    /// <summary>Returns a model's entry as it is written, UTF-8: what is kept beside its file.</summary>
    internal byte[] TextOf(ModelCard card) => Encoding.UTF8.GetBytes(_texts[card.Name] + "\n");

    private static Manifest Load()
    {
        using var stream = typeof(Manifest).Assembly.GetManifestResourceStream("manifest.json")!;
        using var read = new MemoryStream();
        stream.CopyTo(read);
        return Read(read.ToArray());
    }
}
