using System.Security.Cryptography;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue;

/// <summary>Reads a folder of models somebody brings along: a card with its file, a folder copied from another machine, or files the manifest knows.</summary>
internal static class ImportFolder
{
    private const int Deepest = 3;
    private const int MostFiles = 1000;

    /// <summary>Returns what is in a folder.</summary>
    /// <exception cref="ModelException">There is no such folder, or nothing in it.</exception>
    public static async Task<IReadOnlyList<Found>> ReadAsync(string directory, Manifest manifest, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(directory))
        {
            throw new ModelException("no-such-file", $"There is no folder '{directory}'.");
        }

        var found = new List<Found>();
        foreach (var folder in Folders(directory, 0))
        {
            var card = Path.Combine(folder, CardReader.FileName);
            var files = Directory.EnumerateFiles(folder, "*.onnx").Take(MostFiles).Order(StringComparer.Ordinal).ToList();
            if (File.Exists(card))
            {
                found.Add(await WithCardAsync(card, files, manifest, cancellationToken).ConfigureAwait(false));
                continue;
            }

            foreach (var file in files)
            {
                found.Add(await KnownAsync(file, manifest, cancellationToken).ConfigureAwait(false));
            }
        }

        return found is [] ? throw new ModelException("no-card", $"There is no model in '{directory}': neither a card called {CardReader.FileName} nor a file ending in .onnx.") : found;
    }

    /// <summary>Copies an offered file.</summary>
    /// <exception cref="ModelException">It is of another size.</exception>
    public static async Task CopyAsync(Offer offer, string to, CancellationToken cancellationToken)
    {
        if (new FileInfo(offer.Path).Length != offer.Card.Bytes)
        {
            throw new ModelException("wrong-size", $"'{offer.Path}' has changed while it was looked at.");
        }

        using var from = File.OpenRead(offer.Path);
        using var into = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        await from.CopyToAsync(into, cancellationToken).ConfigureAwait(false);
        into.Flush(flushToDisk: true);
    }

    private static async Task<Found> WithCardAsync(string path, List<string> files, Manifest manifest, CancellationToken cancellationToken)
    {
        try
        {
            var text = new FileInfo(path).Length <= CardReader.MostBytes
                ? await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false)
                : throw new ModelException("bad-card", $"'{path}' is larger than {CardReader.MostBytes:N0} bytes.");
            var card = CardReader.Read(text, $"'{path}'");
            if (manifest.Find(card.Name) is { } known && known.Sha256 != card.Sha256)
            {
                throw new ModelException("name-taken", $"'{path}' gives the name {card.Name} to another file than VideoIndex knows by it; choose another name.");
            }

            return new Found(path, new Offer(card, text, await FileOfAsync(card, path, files, cancellationToken).ConfigureAwait(false)), null, null);
        }
        catch (ModelException refusal)
        {
            return new Found(path, null, refusal.Code, refusal.Message);
        }
    }

    private static async Task<string> FileOfAsync(ModelCard card, string path, List<string> files, CancellationToken cancellationToken)
    {
        foreach (var file in files.Where(file => new FileInfo(file).Length == card.Bytes))
        {
            if (await HashAsync(file, cancellationToken).ConfigureAwait(false) == card.Sha256)
            {
                return file;
            }
        }

        throw files is []
            ? new ModelException("no-model", $"There is no file ending in .onnx beside '{path}'.")
            : new ModelException("wrong-hash", $"No file beside '{path}' is the one it names: their sizes or hashes are others.");
    }

    private static async Task<Found> KnownAsync(string file, Manifest manifest, CancellationToken cancellationToken)
    {
        var length = new FileInfo(file).Length;
        var alike = manifest.Models.Where(card => card.Bytes == length).ToList();
        var hash = alike is [] ? null : await HashAsync(file, cancellationToken).ConfigureAwait(false);
        return alike.Find(card => card.Sha256 == hash) is { } known
            ? new Found(file, new Offer(known, manifest.TextOf(known), file), null, null)
            : new Found(file, null, "no-card", $"'{file}' is no model VideoIndex knows by its hash, and has no card called {CardReader.FileName} beside it.");
    }

    private static async Task<string> HashAsync(string file, CancellationToken cancellationToken)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
    }

    private static IEnumerable<string> Folders(string folder, int depth) => depth == Deepest
        ? [folder]
        : Directory.EnumerateDirectories(folder).Where(inner => Path.GetFileName(inner)[0] != '.').Order(StringComparer.Ordinal)
            .SelectMany(inner => Folders(inner, depth + 1)).Prepend(folder);
}
