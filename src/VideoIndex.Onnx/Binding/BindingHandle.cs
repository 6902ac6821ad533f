using System.Buffers;
using System.Runtime.InteropServices;
using VideoIndex.Inference;
using VideoIndex.Onnx.Native;

namespace VideoIndex.Onnx.Binding;

/// <summary>A session's binding of the native library, with the values bound, their memory held in its place, and the session held.</summary>
internal sealed unsafe class BindingHandle : SafeHandle
{
    private readonly SessionHandle _session;
    private readonly List<nint> _values = [];
    private readonly List<MemoryHandle> _pins = [];

    private volatile bool _disposed;

    private BindingHandle(SessionHandle session)
        : base(0, ownsHandle: true)
    {
        _session = session;
        Session = session.Hold();
    }

    /// <inheritdoc/>
    public override bool IsInvalid => Session == 0;

    /// <summary>Gets the native session, held as long as this is.</summary>
    public nint Session { get; }

    /// <summary>Gets the native binding.</summary>
    public nint Binding => handle;

    /// <summary>Gets the library.</summary>
    public OrtLibrary Library => _session.Library;

    /// <summary>Gets whether the session was closed, or this was.</summary>
    public bool IsDisposed => _disposed || _session.IsDisposed;

    /// <summary>Binds tensors.</summary>
    /// <exception cref="ModelException">The session was closed, or the tensors cannot be bound.</exception>
    public static BindingHandle Make(SessionHandle session, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs)
    {
        var made = new BindingHandle(session);
        try
        {
            var library = session.Library;
            library.Check(library.Functions.CreateBinding(made.Session, out var binding));
            made.SetHandle(binding);
            for (var i = 0; i < inputs.Length; i++)
            {
                library.Check(library.Functions.BindInput(binding, session.InputNames[i], made.Keep(inputs[i])));
            }

            for (var i = 0; i < outputs.Length; i++)
            {
                library.Check(library.Functions.BindOutput(binding, session.OutputNames[i], made.Keep(outputs[i])));
            }

            return made;
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _disposed = true;
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        if (handle != 0)
        {
            Library.Functions.ReleaseBinding(handle);
        }

        _values.ForEach(value => Library.Functions.ReleaseValue(value));
        _pins.ForEach(pin => pin.Dispose());
        _session.DangerousRelease();
        return true;
    }

    private nint Keep(Tensor tensor)
    {
        if (tensor.Type == ElementType.Text)
        {
            throw new ModelException("wrong-inputs", "Words cannot be bound to a model, only values.");
        }

        var value = TensorMaker.Make(Library, tensor, out var pin);
        _pins.Add(pin);
        _values.Add(value);
        return value;
    }
}
