namespace VideoIndex.Inference;

/// <summary>A model that is ready to run. Several threads may run it at once.</summary>
public interface IModelSession : IDisposable
{
    /// <summary>Gets what it takes, in its own order.</summary>
    IReadOnlyList<TensorShape> Inputs { get; }

    /// <summary>Gets what it gives, in its own order.</summary>
    IReadOnlyList<TensorShape> Outputs { get; }

    /// <summary>Gets what runs it: <c>cuda</c>, <c>webgpu</c> or <c>cpu</c>.</summary>
    string Provider { get; }

    /// <summary>Gets why each provider that was asked for before <see cref="Provider"/> does not run it, a sentence each; empty where it was the first.</summary>
    IReadOnlyList<string> PassedOver => [];

    /// <summary>Runs it once.</summary>
    /// <param name="inputs">What it takes, in the order of <see cref="Inputs"/>.</param>
    /// <returns>What it gives, in the order of <see cref="Outputs"/>; the caller's to keep.</returns>
    /// <exception cref="ModelException">The inputs are not what the model takes, or it failed.</exception>
    Tensor[] Run(params ReadOnlySpan<Tensor> inputs);

    /// <summary>Ties tensors to a model, to run it over and over without any being made: what is read and written is their memory.</summary>
    /// <param name="inputs">What it takes, in the order of <see cref="Inputs"/>; of values, not of words.</param>
    /// <param name="outputs">Where what it gives is written, in the order of <see cref="Outputs"/>; as large as it will be.</param>
    /// <exception cref="ModelException">They are not what the model takes and gives.</exception>
    IModelBinding Bind(ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs);
}

/// <summary>A model with its tensors. One is used by one thread at a time.</summary>
public interface IModelBinding : IDisposable
{
    /// <summary>Runs it once: reads the inputs as they are now, writes the outputs.</summary>
    /// <exception cref="ModelException">It failed.</exception>
    void Run();
}

/// <summary>What a model takes or gives, as it declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Shape">How many there are along each dimension; -1 for any number.</param>
public sealed record TensorShape(string Name, ElementType Type, IReadOnlyList<int> Shape);
