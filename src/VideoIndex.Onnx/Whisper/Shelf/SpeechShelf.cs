using VideoIndex.Inference;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Whisper.Sources;

namespace VideoIndex.Onnx.Whisper.Shelf;

/// <summary>
/// Where speech models are kept among the others: <c>speech/NAME</c>, with the files as they came, their card, and below <c>graphs</c> what was made of
/// them. A model, and graphs, take their place by one renaming, so that nobody ever sees half of one.
/// </summary>
/// <param name="root">The folder of models; it need not be there.</param>
internal sealed class SpeechShelf(string root)
{
    /// <summary>The folder's name among the models.</summary>
    public const string FolderName = "speech";

    private string Home => Path.Combine(root, FolderName);

    /// <summary>Lists what is kept.</summary>
    public IReadOnlyList<KeptModel> List() => Directory.Exists(Home)
        ? [.. Directory.EnumerateDirectories(Home).Where(folder => Path.GetFileName(folder)[0] != '.').Order(StringComparer.Ordinal).Select(Read)]
        : [];

    /// <summary>Returns where a model is, or would be.</summary>
    public string FolderOf(string name) => Path.Combine(Home, name);

    /// <summary>Puts a prepared folder in its place; what was there is gone.</summary>
    public string Adopt(string prepared, string name)
    {
        var home = FolderOf(name);
        Directory.CreateDirectory(Home);
        var before = Directory.Exists(home) ? Path.Combine(Path.GetDirectoryName(prepared)!, Guid.NewGuid().ToString("N")) : null;
        if (before is not null)
        {
            Directory.Move(home, before);
        }

        Directory.Move(prepared, home);
        if (before is not null)
        {
            Directory.Delete(before, recursive: true);
        }

        return home;
    }

    /// <summary>Finds the model's files in its folder, by its card alone.</summary>
    /// <exception cref="ModelException">They are not there.</exception>
    public static SpeechSource SourceOf(string folder, SpeechCard card)
    {
        var first = card.Files[0].Name;
        return first.EndsWith(".onnx", StringComparison.Ordinal) ? new SpeechSource(SourceKind.Exported, folder, [.. card.Files.Select(file => file.Name)])
            : first.EndsWith(".safetensors", StringComparison.Ordinal) ? new SpeechSource(SourceKind.Safetensors, folder, [.. card.Files.Select(file => file.Name)])
            : SpeechSource.Find(Path.Combine(folder, first)) ?? throw new ModelException("malformed-model", $"'{Path.Combine(folder, first)}' is no speech model.");
    }

    private static KeptModel Read(string folder)
    {
        var name = Path.GetFileName(folder);
        try
        {
            var card = SpeechCard.Read(folder);
            var broken = card.Files.FirstOrDefault(file => new FileInfo(Path.Combine(folder, file.Name)) is not { Exists: true } there || there.Length != file.Bytes);
            return card.Name != name ? new KeptModel(name, "", null, folder, "bad-card", $"The card in '{folder}' is another model's.")
                : broken is not null ? new KeptModel(name, card.Shown.Version, card.Shown, folder, "wrong-size", $"'{Path.Combine(folder, broken.Name)}' is not whole.")
                : new KeptModel(name, card.Shown.Version, card.Shown, folder, null, null);
        }
        catch (ModelException failure)
        {
            return new KeptModel(name, "", null, folder, failure.Code, failure.Message);
        }
    }
}
