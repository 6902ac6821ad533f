using System.Buffers;
using VideoIndex.Inference;
using VideoIndex.Onnx.Native;

namespace VideoIndex.Onnx.Binding;

/// <summary>A model in ONNX Runtime.</summary>
/// <remarks>
/// Several threads may run it at once. Closing it lets runs that have begun end; those that begin later are refused with the
/// code <c>closed-model</c>. A run allocates what it gives, and nothing else.
/// </remarks>
public sealed unsafe class OnnxSession : IModelSession
{
    private readonly SessionHandle _handle;
    private readonly OrtLibrary _library;

    internal OnnxSession(SessionHandle handle, IReadOnlyList<TensorShape> inputs, IReadOnlyList<TensorShape> outputs, string provider)
    {
        _handle = handle;
        _library = handle.Library;
        Inputs = inputs;
        Outputs = outputs;
        Provider = provider;
    }

    /// <inheritdoc/>
    public IReadOnlyList<TensorShape> Inputs { get; }

    /// <inheritdoc/>
    public IReadOnlyList<TensorShape> Outputs { get; }

    /// <inheritdoc/>
    public string Provider { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> PassedOver { get; internal init; } = [];

    /// <inheritdoc/>
    public Tensor[] Run(params ReadOnlySpan<Tensor> inputs)
    {
        TensorCheck.Require("input", inputs, Inputs);
        var session = _handle.Hold();
        var pins = ArrayPool<MemoryHandle>.Shared.Rent(inputs.Length);
        Span<nint> given = stackalloc nint[inputs.Length];
        Span<nint> made = stackalloc nint[Outputs.Count];
        given.Clear();
        made.Clear();
        try
        {
            for (var i = 0; i < inputs.Length; i++)
            {
                given[i] = TensorMaker.Make(_library, inputs[i], out pins[i]);
            }

            Run(session, given, made);
            return Read(made);
        }
        finally
        {
            Release(given);
            Release(made);
            Unpin(pins.AsSpan(0, inputs.Length));
            ArrayPool<MemoryHandle>.Shared.Return(pins, clearArray: true);
            _handle.DangerousRelease();
        }
    }

    /// <inheritdoc/>
    public IModelBinding Bind(ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs)
    {
        TensorCheck.Require("input", inputs, Inputs);
        TensorCheck.Require("output", outputs, Outputs);
        return new OnnxBinding(BindingHandle.Make(_handle, inputs, outputs));
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private void Run(nint session, ReadOnlySpan<nint> given, Span<nint> made)
    {
        fixed (nint* inputNames = _handle.InputNames, inputs = given, outputNames = _handle.OutputNames, outputs = made)
        {
            _library.Check(_library.Functions.Run(session, 0, inputNames, inputs, (nuint)given.Length, outputNames, (nuint)made.Length, outputs));
        }
    }

    private Tensor[] Read(ReadOnlySpan<nint> made)
    {
        var outputs = new Tensor[made.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = TensorReader.Read(_library, made[i]);
        }

        return outputs;
    }

    private static void Unpin(ReadOnlySpan<MemoryHandle> pins)
    {
        foreach (var pin in pins)
        {
            pin.Dispose();
        }
    }

    private void Release(ReadOnlySpan<nint> values)
    {
        foreach (var value in values)
        {
            _library.Functions.ReleaseValue(value); // nothing for 0
        }
    }
}
