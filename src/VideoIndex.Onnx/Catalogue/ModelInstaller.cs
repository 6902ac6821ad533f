using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Catalogue.Checking;
using VideoIndex.Onnx.Catalogue.Downloading;
using VideoIndex.Onnx.Whisper.Shelf;
using VideoIndex.Onnx.Whisper.Sources;

namespace VideoIndex.Onnx.Catalogue;

/// <summary>Brings models into the folder, checks them there, and takes them out. Until one has passed every check, the one before it goes on serving.</summary>
/// <param name="folder">The folder; it is made where need be.</param>
/// <param name="manifest">The models that are known.</param>
/// <param name="trial">What runs a model once before it is taken into use.</param>
/// <param name="rules">How patient downloads are.</param>
/// <param name="clock">What rests are measured by.</param>
public sealed class ModelInstaller(string folder, Manifest manifest, IModelTrial trial, DownloadRules rules, TimeProvider clock)
{
    private readonly ModelShelf _shelf = new(folder);
    private readonly ModelCheck _check = new(trial);
    private readonly SpeechInstaller _speech = new(folder, manifest, rules, clock, new OnnxRuntime(new OnnxRuntimeOptions { ModelsFolder = folder }));

    /// <summary>Gets why models are not run once before they are taken into use, as a sentence; null when they are.</summary>
    public string? NotTried => _check.NotTried;

    /// <summary>Fetches a model and takes it into use. One that is there and whole is not fetched again.</summary>
    /// <param name="card">Its card, of the manifest.</param>
    /// <param name="progress">Takes how many bytes have come.</param>
    /// <param name="cancellationToken">Stops it; what has come is kept for the next time.</param>
    /// <exception cref="ModelException">It cannot be had, or does not pass.</exception>
    public Task<Placed> InstallAsync(ModelCard card, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(card);
        return Troubles.TellAsync(_shelf.Root, () => manifest.FindSpeech(card.Name) is { } speech
            ? _speech.InstallAsync(speech, progress, cancellationToken)
            : InstallCoreAsync(card, progress, cancellationToken));
    }

    /// <summary>Takes models from a folder: those with a card beside them, and those whose hash the manifest knows; or a speech model, from its folder or file.</summary>
    /// <param name="directory">The folder; folders in it are looked into too.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What became of each model found.</returns>
    /// <exception cref="ModelException">There is no such folder, or nothing can be written.</exception>
    public async Task<IReadOnlyList<Imported>> ImportAsync(string directory, CancellationToken cancellationToken)
    {
        if (await Troubles.TellAsync(directory, () => Task.FromResult(SpeechSource.Find(directory))).ConfigureAwait(false) is { } speech)
        {
            return [await ImportSpeechAsync(directory, speech, cancellationToken).ConfigureAwait(false)];
        }

        var outcomes = new List<Imported>();
        foreach (var found in await Troubles.TellAsync(directory, () => ImportFolder.ReadAsync(directory, manifest, cancellationToken)).ConfigureAwait(false))
        {
            try
            {
                var offer = found.Offer ?? throw new ModelException(found.Code!, found.Sentence!);
                outcomes.Add(new Imported(found.Path, await Troubles.TellAsync(_shelf.Root, () => TakeAsync(offer, cancellationToken)).ConfigureAwait(false), null, null));
            }
            catch (ModelException refusal) when (!Troubles.IsOfTheDisk(refusal))
            {
                outcomes.Add(new Imported(found.Path, null, refusal.Code, refusal.Message));
            }
        }

        return outcomes;
    }

    /// <summary>Checks a model that is kept, all of it.</summary>
    /// <returns>What is wrong with it; null when it is whole.</returns>
    public async Task<ModelException?> VerifyAsync(KeptModel kept, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kept);
        try
        {
            var card = kept is { Code: null, Card: { } read } ? read : throw new ModelException(kept.Code ?? "bad-card", kept.Sentence ?? "It has no card.");
            await Troubles.TellAsync(_shelf.Root, async () =>
            {
                await (card.Task == ModelTasks.Transcription ? _speech.VerifyAsync(kept, cancellationToken) : _check.PassAsync(kept.Path, card, cancellationToken)).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
            return manifest.Find(card.Name) is { } known && known.Version == card.Version && known.Sha256 != card.Sha256
                ? new ModelException("wrong-hash", $"'{kept.Path}' is not the file the manifest names.")
                : null;
        }
        catch (ModelException failure)
        {
            return failure;
        }
    }

    /// <summary>Takes a model out; a program that has it open keeps it until it is done.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="ModelException">It cannot be removed.</exception>
    public async Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) =>
        await Troubles.TellAsync(_shelf.Root, () => _speech.RemoveAsync(name, cancellationToken)).ConfigureAwait(false)
        || _shelf.List(name) is [_, ..] && await Troubles.TellAsync(_shelf.Root, async () =>
        {
            using var alone = await _shelf.LockAsync(name, clock, cancellationToken).ConfigureAwait(false);
            return _shelf.Remove(name);
        }).ConfigureAwait(false);

    private async Task<Imported> ImportSpeechAsync(string path, SpeechSource source, CancellationToken cancellationToken)
    {
        try
        {
            var placed = await Troubles.TellAsync(_shelf.Root, () => _speech.ImportAsync(source, SpeechNames.Of(path), cancellationToken)).ConfigureAwait(false);
            return new Imported(path, placed, null, null);
        }
        catch (ModelException refusal) when (!Troubles.IsOfTheDisk(refusal))
        {
            return new Imported(path, null, refusal.Code, refusal.Message);
        }
    }

    private async Task<Placed> InstallCoreAsync(ModelCard card, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var alone = await _shelf.LockAsync(card.Name, clock, cancellationToken).ConfigureAwait(false);
        if (await FindWholeAsync(card, cancellationToken).ConfigureAwait(false) is { } there)
        {
            return there;
        }

        var source = card.Source ?? throw new ModelException("no-source", $"{card.Name} has no address to be fetched from. Run: videoindex models import DIR");
        var part = _shelf.PartOf(card);
        using (var downloader = new Downloader(rules, clock))
        {
            await downloader.FetchAsync(new Wanted(source, card.Bytes, card.Sha256), part, progress, cancellationToken).ConfigureAwait(false);
        }

        return await PlaceAsync(card, manifest.TextOf(card), file => MoveAsync(part, file), cancellationToken).ConfigureAwait(false);
    }

    private async Task<Placed> TakeAsync(Offer offer, CancellationToken cancellationToken)
    {
        using var alone = await _shelf.LockAsync(offer.Card.Name, clock, cancellationToken).ConfigureAwait(false);
        return await FindWholeAsync(offer.Card, cancellationToken).ConfigureAwait(false)
            ?? await PlaceAsync(offer.Card, offer.CardText, file => ImportFolder.CopyAsync(offer, file, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task<Placed?> FindWholeAsync(ModelCard card, CancellationToken cancellationToken)
    {
        var kept = _shelf.List(card.Name).FirstOrDefault(model => model.Version == card.Version && model.Card?.Sha256 == card.Sha256);
        try
        {
            if (kept is { Code: null })
            {
                await ModelCheck.SoundAsync(kept.Path, card, cancellationToken).ConfigureAwait(false);
                return new Placed(new InstalledModel(card, kept.Path), IsNew: false);
            }
        }
        catch (ModelException)
        {
            // Damaged: it is replaced.
        }

        return null;
    }

    private async Task<Placed> PlaceAsync(ModelCard card, byte[] cardText, Func<string, Task> bring, CancellationToken cancellationToken)
    {
        var prepared = _shelf.Prepare();
        try
        {
            var file = Path.Combine(prepared, ModelShelf.ModelName);
            await bring(file).ConfigureAwait(false);
            await _check.PassAsync(file, card, cancellationToken).ConfigureAwait(false);
            await File.WriteAllBytesAsync(Path.Combine(prepared, CardReader.FileName), cardText, cancellationToken).ConfigureAwait(false);
            return new Placed(new InstalledModel(card, _shelf.Adopt(prepared, card)), IsNew: true);
        }
        finally
        {
            if (Directory.Exists(prepared))
            {
                Directory.Delete(prepared, recursive: true);
            }
        }
    }

    private static Task MoveAsync(string part, string file)
    {
        File.Move(part, file);
        File.Delete(part + ".tag");
        return Task.CompletedTask;
    }
}
