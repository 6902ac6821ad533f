using System.Security.Cryptography;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue.Checking;

/// <summary>Everything a file must stand before it is taken into use.</summary>
/// <param name="trial">What runs it once, where that is possible.</param>
internal sealed class ModelCheck(IModelTrial trial)
{
    /// <summary>Gets why models are not tried here, as a sentence; null when they are.</summary>
    public string? NotTried => trial.Missing;

    /// <summary>Checks a file against its card: size, hash, structure, what it takes and gives, and one run.</summary>
    /// <exception cref="ModelException">It is not what the card says, or cannot be run here.</exception>
    public async Task PassAsync(string path, ModelCard card, CancellationToken cancellationToken)
    {
        await SoundAsync(path, card, cancellationToken).ConfigureAwait(false);
        if (trial.Missing is null)
        {
            await trial.TryAsync(path, card, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Checks size, hash and structure only; no native code sees the file.</summary>
    /// <exception cref="ModelException">It is not what the card says.</exception>
    public static async Task SoundAsync(string path, ModelCard card, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length != card.Bytes)
        {
            throw new ModelException("wrong-size", $"'{path}' has {(file.Exists ? file.Length : 0):N0} bytes, and the card of {card.Name} says {card.Bytes:N0}.");
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != card.Sha256)
        {
            throw new ModelException("wrong-hash", $"'{path}' is not the file that the card of {card.Name} names: its hash is another.");
        }

        var read = OnnxFile.Read(bytes);
        Declared.Check(card, read.Inputs, read.Outputs);
    }
}
