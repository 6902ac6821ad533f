using VideoIndex.Inference;

namespace VideoIndex.Onnx.Catalogue.Checking;

/// <summary>Runs a model once before it is taken into use.</summary>
public interface IModelTrial
{
    /// <summary>Gets why none can be run here, as a sentence that says what to install; null when one can.</summary>
    string? Missing { get; }

    /// <summary>Runs a model; returns when its outputs are what its card says, and finite.</summary>
    /// <param name="path">Its file, whose structure is sound.</param>
    /// <param name="card">Its card.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ModelException">They are not, or it cannot be run.</exception>
    Task TryAsync(string path, ModelCard card, CancellationToken cancellationToken);
}
