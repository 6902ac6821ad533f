using VideoIndex.Inference;

namespace VideoIndex.Onnx.Binding;

/// <summary>A model with its tensors, tied by the library's IoBinding. A run allocates nothing.</summary>
internal sealed unsafe class OnnxBinding(BindingHandle handle) : IModelBinding
{
    private int _running;

    /// <inheritdoc/>
    public void Run()
    {
        if (Interlocked.Exchange(ref _running, 1) == 1)
        {
            throw new ModelException("binding-in-use", "Another thread is running the model with these tensors.");
        }

        var held = false;
        try
        {
            if (handle.IsDisposed)
            {
                throw SessionHandle.Closed();
            }

            handle.DangerousAddRef(ref held);
            handle.Library.Check(handle.Library.Functions.RunWithBinding(handle.Session, 0, handle.Binding));
        }
        catch (ObjectDisposedException)
        {
            throw SessionHandle.Closed();
        }
        finally
        {
            if (held)
            {
                handle.DangerousRelease();
            }

            Volatile.Write(ref _running, 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();
}
