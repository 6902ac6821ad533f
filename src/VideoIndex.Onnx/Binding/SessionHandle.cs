using System.Runtime.InteropServices;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Binding;

/// <summary>A session of the native library, with the names of what it takes and gives as the library reads them.</summary>
/// <remarks>It is let go of when it was closed and the last run that holds it has ended.</remarks>
internal sealed unsafe class SessionHandle : SafeHandle
{
    private readonly nint[] _inputNames;
    private readonly nint[] _outputNames;

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

    /// <summary>Gets the names of what it takes.</summary>
    public ReadOnlySpan<nint> InputNames => _inputNames;

    /// <summary>Gets the names of what it gives.</summary>
    public ReadOnlySpan<nint> OutputNames => _outputNames;

    /// <summary>Holds the session, so that it is not let go of until it is given back by <see cref="SafeHandle.DangerousRelease"/>.</summary>
    /// <returns>The native session.</returns>
    /// <exception cref="ModelException">It was closed.</exception>
    public nint Hold()
    {
        var held = false;
        try
        {
            DangerousAddRef(ref held);
        }
        catch (ObjectDisposedException closed)
        {
            throw new ModelException("closed-model", "The model was closed, and is run no more.", closed);
        }

        return handle;
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
