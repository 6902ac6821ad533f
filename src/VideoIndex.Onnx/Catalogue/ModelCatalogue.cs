using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Shelf;

namespace VideoIndex.Onnx.Catalogue;

/// <summary>The models of the manifest, and those that are kept in a folder. What is in the folder is looked at anew each time it is asked for.</summary>
/// <param name="folder">The folder; it need not be there.</param>
/// <param name="manifest">The models that are known without it.</param>
public sealed class ModelCatalogue(string folder, Manifest manifest) : IModelCatalogue
{
    private readonly ModelShelf _shelf = new(folder);
    private readonly SpeechShelf _speech = new(folder);

    /// <summary>Gets the folder models are kept in.</summary>
    public string Folder => folder;

    /// <summary>Gets what is known: models of one's own first, for who imports one wants it used; then the manifest's, in its order.</summary>
    public IReadOnlyList<ModelCard> Known
    {
        get
        {
            var usable = Usable();
            return
            [
                .. usable.Where(IsOwn).Select(model => model.Card), .. manifest.Models,
                .. manifest.Speech.Select(entry => usable.Find(model => model.Card.Name == entry.Name)?.Card ?? entry.Shown),
            ];
        }
    }

    /// <summary>Lists what is kept in the folder, whether it can be used or not.</summary>
    public IReadOnlyList<KeptModel> Kept() => [.. Reachable(_shelf.List), .. Reachable(_speech.List)];

    /// <inheritdoc/>
    public InstalledModel? Serving(string task)
    {
        var usable = Usable().Where(model => model.Card.Task == task).ToList();
        return usable.FirstOrDefault(IsOwn)
            ?? (task == ModelTasks.Transcription ? manifest.Speech.Select(entry => usable.Find(model => model.Card.Name == entry.Name)).FirstOrDefault(model => model is not null) : null)
            ?? manifest.Models.Where(card => card.Task == task).Select(card => Best(usable, card)).FirstOrDefault(model => model is not null);
    }

    /// <summary>Returns a model that is kept and whole; null where there is none of that name.</summary>
    public InstalledModel? Find(string name) => manifest.Find(name) is { } card
        ? Best(Usable(), card)
        : Usable().LastOrDefault(model => model.Card.Name == name);

    // The version this build knows, and what it knows of it; else the one that an earlier build knew, until this one's is installed.
    private static InstalledModel? Best(List<InstalledModel> usable, ModelCard card)
    {
        var versions = usable.Where(model => model.Card.Name == card.Name).ToList();
        return versions.Find(model => model.Card.Sha256 == card.Sha256) is { } same ? same with { Card = card } : versions.LastOrDefault();
    }

    private bool IsOwn(InstalledModel model) => manifest.Find(model.Card.Name) is null && manifest.FindSpeech(model.Card.Name) is null;

    private List<InstalledModel> Usable() =>
        [.. Kept().Where(model => model.Code is null).Select(model => new InstalledModel(model.Card!, model.Path))];

    // A folder nobody may read holds nothing, for all that can be done with it.
    private static IReadOnlyList<KeptModel> Reachable(Func<IReadOnlyList<KeptModel>> list)
    {
        try
        {
            return list();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
