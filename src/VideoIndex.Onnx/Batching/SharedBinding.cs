using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Native;

namespace VideoIndex.Onnx.Batching;

/// <summary>Tensors tied to a model whose runs share batches: each run joins one, and what it gives is copied to where it belongs.</summary>
/// <param name="shared">The model.</param>
/// <param name="inputs">What is read.</param>
/// <param name="outputs">Where is written.</param>
/// <param name="letGo">Told once, when it is disposed.</param>
internal sealed class SharedBinding(SharedBatches shared, Tensor[] inputs, Tensor[] outputs, Action letGo) : IModelBinding
{
    private Action? _letGo = letGo;
    private int _running;

    /// <inheritdoc/>
    public void Run()
    {
        if (Volatile.Read(ref _letGo) is null)
        {
            throw SessionHandle.Closed();
        }

        if (Interlocked.Exchange(ref _running, 1) == 1)
        {
            throw new ModelException("binding-in-use", "Another thread is running the model with these tensors.");
        }

        try
        {
            Copy(shared.Run(inputs));
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _letGo, null)?.Invoke();

    private void Copy(Tensor[] given)
    {
        for (var i = 0; i < outputs.Length; i++)
        {
            if (!given[i].Shape.SequenceEqual(outputs[i].Shape))
            {
                throw new ModelException(
                    "wrong-outputs", $"The model's output '{shared.Outputs[i].Name}' came as {TensorCheck.Sides(given[i])}, not {TensorCheck.Sides(outputs[i])}.");
            }

            TensorStack.Copy(given[i], outputs[i]);
        }
    }
}
