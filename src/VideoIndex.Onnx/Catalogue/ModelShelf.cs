using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Shelf;

namespace VideoIndex.Onnx.Catalogue;

/// <summary>
/// The folder models are kept in: <c>NAME/VERSION/model.onnx</c>, with its card <c>model.json</c> beside it. What is on its way lies in
/// <c>.coming</c> and takes its place by one renaming, so that nobody ever sees half a model. Several programs may use one folder.
/// </summary>
/// <param name="root">The folder; it need not be there.</param>
internal sealed class ModelShelf(string root)
{
    /// <summary>The name of a model's file.</summary>
    public const string ModelName = "model.onnx";

    // What the system calls a file another has locked: Linux, macOS, Windows.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Gets the folder.</summary>
    public string Root { get; } = root;

    private string Coming => Path.Combine(Root, ".coming");

    /// <summary>Lists what is kept, by name and version.</summary>
    public IReadOnlyList<KeptModel> List() =>
        [.. from name in Folders(Root)
            where Path.GetFileName(name) is not ("runtime" or SpeechShelf.FolderName)
            from version in Folders(name)
            select Read(version)];

    /// <summary>Returns what is kept of a model.</summary>
    public IReadOnlyList<KeptModel> List(string name) =>
        IsName(name) ? [.. Folders(Path.Combine(Root, name)).Select(Read)] : [];

    /// <summary>Returns where what comes of a file is kept while it comes.</summary>
    public string PartOf(ModelCard card) => PartOf(card.Sha256);

    /// <summary>Returns where what comes of something is kept while it comes.</summary>
    /// <param name="key">What tells it from all else, as a file's name.</param>
    public string PartOf(string key) => Path.Combine(Directory.CreateDirectory(Coming).FullName, key + ".part");

    /// <summary>Makes a new folder to prepare a model in, beside where it will be.</summary>
    public string Prepare() => Directory.CreateDirectory(Path.Combine(Coming, Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>Waits until no other program is at work on a model of this name, and keeps them out until disposed.</summary>
    public async Task<IDisposable> LockAsync(string name, TimeProvider clock, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Directory.CreateDirectory(Coming).FullName, name + ".lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException failure) when (Locked.Contains(failure.HResult))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Puts a prepared folder in its place; what was there in this version is gone, and other versions with it.</summary>
    /// <returns>Where the model's file is now.</returns>
    public string Adopt(string prepared, ModelCard card)
    {
        var home = Path.Combine(Root, card.Name, card.Version);
        Directory.CreateDirectory(Path.GetDirectoryName(home)!);
        var before = Directory.Exists(home) ? Path.Combine(Coming, Guid.NewGuid().ToString("N")) : null;
        if (before is not null)
        {
            Directory.Move(home, before);
        }

        try
        {
            Directory.Move(prepared, home);
        }
        catch (Exception) when (before is not null)
        {
            Directory.Move(before, home);
            throw;
        }

        foreach (var old in Folders(Path.Combine(Root, card.Name)).Where(folder => folder != home).Append(before).OfType<string>())
        {
            Directory.Delete(old, recursive: true);
        }

        return Path.Combine(home, ModelName);
    }

    /// <summary>Removes every version of a model; a program that has one open keeps it until it is done.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string name)
    {
        var folder = Path.Combine(Root, name);
        if (!IsName(name) || !Directory.Exists(folder))
        {
            return false;
        }

        // First out of sight in one step, then away.
        var gone = Path.Combine(Directory.CreateDirectory(Coming).FullName, Guid.NewGuid().ToString("N"));
        Directory.Move(folder, gone);
        Directory.Delete(gone, recursive: true);
        return true;
    }

    private static bool IsName(string name) => name is { Length: > 0 } && name[0] != '.' && name.IndexOfAny(['/', '\\', '\0']) < 0;

    private static IEnumerable<string> Folders(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Where(one => Path.GetFileName(one)[0] != '.').Order(StringComparer.Ordinal)
        : [];

    private static KeptModel Read(string folder)
    {
        var (card, file) = (new FileInfo(Path.Combine(folder, CardReader.FileName)), new FileInfo(Path.Combine(folder, ModelName)));
        var (name, version) = (Path.GetFileName(Path.GetDirectoryName(folder)!), Path.GetFileName(folder));
        try
        {
            var read = card is { Exists: true, Length: <= CardReader.MostBytes }
                ? CardReader.Read(File.ReadAllBytes(card.FullName), $"'{card.FullName}'")
                : throw new ModelException("bad-card", $"'{folder}' has no card.");
            return read.Name != name || read.Version != version ? new KeptModel(name, version, null, file.FullName, "bad-card", $"The card in '{folder}' is another model's.")
                : !file.Exists || file.Length != read.Bytes ? new KeptModel(name, version, read, file.FullName, "wrong-size", $"'{file.FullName}' is not whole.")
                : new KeptModel(name, version, read, file.FullName, null, null);
        }
        catch (ModelException failure)
        {
            return new KeptModel(name, version, null, file.FullName, failure.Code, failure.Message);
        }
    }
}

/// <summary>A model that is kept.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Card">Its card; null where that cannot be read.</param>
/// <param name="Path">Its file.</param>
/// <param name="Code">Why it cannot be used, for programs; null when it can, as far as can be seen without reading it all.</param>
/// <param name="Sentence">The same for people.</param>
public sealed record KeptModel(string Name, string Version, ModelCard? Card, string Path, string? Code, string? Sentence);
