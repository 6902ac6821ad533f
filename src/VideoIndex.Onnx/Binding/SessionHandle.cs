using System.Runtime.InteropServices;
using VideoIndex.Inference;
using VideoIndex.Onnx.Native;

namespace VideoIndex.Onnx.Binding;

/// <summary>A session of the native library, with the names of what it takes and gives as the library reads them.</summary>
/// <remarks>It is let go of when it was closed and the last run that holds it has ended.</remarks>
internal sealed unsafe class SessionHandle : SafeHandle
{
    private readonly nint[] _inputNames;
    private readonly nint[] _outputNames;
    private volatile bool _disposed; // the platform's own handle goes on to be given out while a run holds it

    /// <summary>Takes a session over.</summary>
    public SessionHandle(OrtLibrary library, nint session, IReadOnlyList<TensorShape> inputs, IReadOnlyList<TensorShape> outputs)
        : base(0, ownsHandle: true)
    {
        Library = library;
        _inputNames = Native(inputs);
        _outputNames = Native(outputs);
        SetHandle(session);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>Gets the library the session is of.</summary>
    public OrtLibrary Library { get; }

    /// <summary>Gets whether it was closed, though runs may still hold it.</summary>
    public bool IsDisposed => _disposed;

    /// <summary>Gets the names of what it takes.</summary>
    public ReadOnlySpan<nint> InputNames => _inputNames;

    /// <summary>Gets the names of what it gives.</summary>
    public ReadOnlySpan<nint> OutputNames => _outputNames;

    /// <summary>Holds the session, so that it is not let go of until it is given back by <see cref="SafeHandle.DangerousRelease"/>.</summary>
    /// <returns>The native session.</returns>
    /// <exception cref="ModelException">It was closed.</exception>
    public nint Hold()
    {
        if (_disposed)
        {
            throw Closed();
        }

        var held = false;
        try
        {
            DangerousAddRef(ref held);
        }
        catch (ObjectDisposedException)
        {
            throw Closed();
        }

        return handle;
    }

    /// <summary>Returns the refusal to run what was closed.</summary>
    public static ModelException Closed() => new("closed-model", "The model was closed, and is run no more.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _disposed = true;
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Library.Functions.ReleaseSession(handle);
        foreach (var name in (nint[])[.. _inputNames, .. _outputNames])
        {
            Marshal.FreeCoTaskMem(name);
        }

        return true;
    }

    private static nint[] Native(IReadOnlyList<TensorShape> shapes) => [.. shapes.Select(shape => Marshal.StringToCoTaskMemUTF8(shape.Name))];
}
