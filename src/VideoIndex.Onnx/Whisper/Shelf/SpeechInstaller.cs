using System.Security.Cryptography;
using System.Text;
using VideoIndex.Inference;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Onnx.Catalogue.Downloading;
using VideoIndex.Onnx.Whisper.Graph;
using VideoIndex.Onnx.Whisper.Sources;

namespace VideoIndex.Onnx.Whisper.Shelf;

/// <summary>Brings speech models into the folder: fetches or copies their files, makes graphs of them and proves those, and only then takes them into use.</summary>
/// <param name="folder">The folder of models.</param>
/// <param name="manifest">The models that are known.</param>
/// <param name="rules">How patient downloads are.</param>
/// <param name="clock">What rests are measured by.</param>
/// <param name="runtime">What runs graphs for their proof; where it is missing, graphs are made when the model is first opened.</param>
internal sealed class SpeechInstaller(string folder, Manifest manifest, DownloadRules rules, TimeProvider clock, IModelRuntime runtime)
{
    private const string Unknown = "unknown";

    private readonly ModelShelf _models = new(folder);
    private readonly SpeechShelf _shelf = new(folder);

    /// <summary>Fetches a model. One that is there and of the sizes its card says is not fetched again.</summary>
    /// <exception cref="ModelException">It cannot be had, is another file than the first time, or is damaged.</exception>
    public async Task<Placed> InstallAsync(SpeechEntry entry, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var alone = await _models.LockAsync(entry.Name, clock, cancellationToken).ConfigureAwait(false);
        if (_shelf.List().FirstOrDefault(kept => kept.Name == entry.Name) is { Code: null, Card: { } there } kept)
        {
            return new Placed(new InstalledModel(there, kept.Path), IsNew: false);
        }

        var prepared = _models.Prepare();
        try
        {
            var files = await FetchAsync(entry, prepared, progress, cancellationToken).ConfigureAwait(false);
            return Take(prepared, new SpeechCard(entry.Name, entry.Licence, entry.Source, files));
        }
        finally
        {
            Delete(prepared);
        }
    }

    /// <summary>Takes a model from a disk.</summary>
    /// <param name="source">Its files.</param>
    /// <param name="name">What it is to be called here.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ModelException">It is damaged, or the name is another model's.</exception>
    public async Task<Placed> ImportAsync(SpeechSource source, string name, CancellationToken cancellationToken)
    {
        if (manifest.Find(name) is not null)
        {
            throw new ModelException("name-taken", $"'{source.Folder}' would be called {name}, which is another model's name; give its folder or file another.");
        }

        using var alone = await _models.LockAsync(name, clock, cancellationToken).ConfigureAwait(false);
        var prepared = _models.Prepare();
        try
        {
            var files = new List<SpeechFile>();
            foreach (var file in source.Files)
            {
                files.Add(await CopyAsync(Path.Combine(source.Folder, file), prepared, file, cancellationToken).ConfigureAwait(false));
            }

            var card = new SpeechCard(name, manifest.FindSpeech(name)?.Licence ?? Unknown, null, files);
            return _shelf.List().FirstOrDefault(kept => kept.Name == name) is { Code: null, Card: { } there } kept && there.Sha256 == card.Sha256
                ? new Placed(new InstalledModel(there, kept.Path), IsNew: false)
                : Take(prepared, card);
        }
        finally
        {
            Delete(prepared);
        }
    }

    /// <summary>Checks a model that is kept, every byte, and its graphs against its weights.</summary>
    /// <exception cref="ModelException">It is damaged.</exception>
    public async Task VerifyAsync(KeptModel kept, CancellationToken cancellationToken)
    {
        var card = SpeechCard.Read(kept.Path);
        foreach (var file in card.Files)
        {
            using var stream = File.OpenRead(Path.Combine(kept.Path, file.Name));
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false)) != file.Sha256)
            {
                throw new ModelException("wrong-hash", $"'{stream.Name}' is not the file that was installed.");
            }
        }

        var source = SpeechShelf.SourceOf(kept.Path, card);
        var facts = SpeechFacts.Read(source);
        if (runtime.Missing is null && source.Kind != SourceKind.Exported)
        {
            Conversion.Prove(source, facts, card.Sha256, runtime);
        }
    }

    /// <summary>Takes a model out.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        if (!_shelf.List().Any(kept => kept.Name == name))
        {
            return false;
        }

        using var alone = await _models.LockAsync(name, clock, cancellationToken).ConfigureAwait(false);
        var gone = Path.Combine(Path.GetDirectoryName(_models.Prepare())!, Guid.NewGuid().ToString("N"));
        Directory.Move(_shelf.FolderOf(name), gone);
        Directory.Delete(gone, recursive: true);
        return true;
    }

    private Placed Take(string prepared, SpeechCard card)
    {
        var source = SpeechShelf.SourceOf(prepared, card);
        var facts = SpeechFacts.Read(source);
        if (source.Kind != SourceKind.Exported && runtime.Missing is null)
        {
            Conversion.Ensure(source, facts, Precision.Signed8, card.Sha256, runtime);
        }
        else if (source.Kind != SourceKind.Exported)
        {
            source.OpenWeights().Dispose();
        }

        card.Write(prepared);
        return new Placed(new InstalledModel(card.Shown, _shelf.Adopt(prepared, card.Name)), IsNew: true);
    }

    private async Task<List<SpeechFile>> FetchAsync(SpeechEntry entry, string prepared, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var (before, files, done) = (Before(entry.Name), new List<SpeechFile>(), 0L);
        using var downloader = new Downloader(rules, clock);
        foreach (var name in entry.Files)
        {
            var (from, sofar) = (new Uri(entry.Source, name), done);
            var bytes = await downloader.SizeAsync(from, cancellationToken).ConfigureAwait(false);
            var part = _models.PartOf(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(from.ToString()))));
            var known = before.GetValueOrDefault(name); // trusted at the first download, and the same from then on
            var hash = await downloader.FetchAsync(
                new Wanted(from, bytes, known), part, progress is null ? null : new Onward(progress, sofar), cancellationToken).ConfigureAwait(false);
            File.Move(part, Path.Combine(prepared, name));
            File.Delete(part + ".tag");
            files.Add(new SpeechFile(name, bytes, hash));
            done += bytes;
        }

        return files;
    }

    private Dictionary<string, string> Before(string name)
    {
        try
        {
            return SpeechCard.Read(_shelf.FolderOf(name)).Files.ToDictionary(file => file.Name, file => file.Sha256);
        }
        catch (ModelException)
        {
            return [];
        }
    }

    private static async Task<SpeechFile> CopyAsync(string from, string prepared, string name, CancellationToken cancellationToken)
    {
        var to = Path.Combine(prepared, name);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var read = File.OpenRead(from);
        using var written = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[1 << 20];
        while (await read.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            hash.AppendData(buffer.AsSpan(0, count));
            await written.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }

        written.Flush(flushToDisk: true);
        return new SpeechFile(name, written.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void Delete(string prepared)
    {
        if (Directory.Exists(prepared))
        {
            Directory.Delete(prepared, recursive: true);
        }
    }

    private sealed class Onward(IProgress<long> progress, long before) : IProgress<long>
    {
        public void Report(long value) => progress.Report(before + value);
    }
}
