using VideoIndex.Inference;
using VideoIndex.Onnx.Native;

namespace VideoIndex.Onnx.Batching;

/// <summary>
/// A model whose runs of single items, asked for by several threads, share one run of the model: up to a number of items, and waiting
/// for others no longer than a bound. Whoever asks is held until there is room, so that a slow model slows those who feed it and
/// nothing grows.
/// </summary>
/// <remarks>
/// Runs are shared where every input and output has a free first side, and an item is 1 along it; all else goes straight to the model.
/// Inputs the model does not take are refused before they join others, and where a shared run fails, each item is run by itself.
/// The first items of each shape and number are run both together and alone; where that gives other bytes, such are never run together.
/// Tensors that are bound join batches too, and while there are fewer bound than a batch holds, none waits for more than are bound.
/// </remarks>
public sealed class SharedBatches : IModelSession
{
    private readonly IModelSession _session;
    private readonly SharedBatchOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _room;
    private readonly Lock _gate = new();
    private readonly BatchProof _proof = new();
    private int _bound;
    private Batch? _open;

    /// <summary>Takes a model over.</summary>
    /// <param name="session">The model; closed with this.</param>
    /// <param name="options">How runs share batches.</param>
    /// <param name="time">What patience is measured by.</param>
    public SharedBatches(IModelSession session, SharedBatchOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MostItems, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MostWaiting, nameof(options));
        (_session, _options, _time) = (session, options, time);
        _room = new SemaphoreSlim(options.MostWaiting);
        IsShared = options.MostItems > 1 && CanShare(session);
    }

    /// <inheritdoc/>
    public IReadOnlyList<TensorShape> Inputs => _session.Inputs;

    /// <inheritdoc/>
    public IReadOnlyList<TensorShape> Outputs => _session.Outputs;

    /// <inheritdoc/>
    public string Provider => _session.Provider;

    /// <inheritdoc/>
    public IReadOnlyList<string> PassedOver => _session.PassedOver;

    /// <summary>Gets whether the model can take several items in one run.</summary>
    public bool IsShared { get; }

    /// <summary>Gets how many items wait for their run or are run.</summary>
    public int Waiting => _options.MostWaiting - _room.CurrentCount;

    /// <inheritdoc/>
    public Tensor[] Run(params ReadOnlySpan<Tensor> inputs)
    {
        TensorCheck.Require("input", inputs, Inputs);
        if (!MayJoin(inputs))
        {
            return _session.Run(inputs);
        }

        _room.Wait();
        try
        {
            return Join(inputs.ToArray());
        }
        finally
        {
            _room.Release();
        }
    }

    /// <inheritdoc/>
    public IModelBinding Bind(ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs)
    {
        TensorCheck.Require("input", inputs, Inputs);
        TensorCheck.Require("output", outputs, Outputs);
        if (!MayJoin(inputs))
        {
            return _session.Bind(inputs, outputs);
        }

        Interlocked.Increment(ref _bound);
        return new SharedBinding(this, inputs.ToArray(), outputs.ToArray(), () => Interlocked.Decrement(ref _bound));
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    /// <summary>Returns whether a model can take several items in one run.</summary>
    internal static bool CanShare(IModelSession session) => session.Inputs.Concat(session.Outputs).All(HasFreeFirstSide);

    private bool MayJoin(ReadOnlySpan<Tensor> inputs)
    {
        foreach (var input in inputs)
        {
            if (input.Shape is not [1, ..])
            {
                return false;
            }
        }

        return IsShared;
    }

    // Whoever else could come is bound; where none is, nobody knows.
    private int Expected() => Volatile.Read(ref _bound) is > 0 and var bound ? Math.Min(bound, _options.MostItems) : _options.MostItems;

    private Tensor[] Join(Tensor[] inputs)
    {
        Batch batch;
        int number;
        var shapes = string.Join(';', inputs.Select(input => string.Join('x', input.Shape.ToArray())));
        lock (_gate)
        {
            if (_open is { } other && other.Shapes != shapes)
            {
                Shut(other);
            }

            batch = _open ??= new Batch(shapes);
            number = batch.Add(inputs);
            if (batch.Count >= Expected())
            {
                Shut(batch);
            }
        }

        if (number == 0)
        {
            using (_time.CreateTimer(_ => ShutInTime(batch), null, _options.Patience, Timeout.InfiniteTimeSpan))
            {
                batch.WaitUntilClosed();
            }

            batch.Run(_session, _proof);
        }

        return batch.Wait(number);
    }

    private void ShutInTime(Batch batch)
    {
        lock (_gate)
        {
            // One that is no more open has its run, or has had it.
            if (_open == batch)
            {
                Shut(batch);
            }
        }
    }

    private void Shut(Batch batch)
    {
        _open = null;
        batch.Close();
    }

    private static bool HasFreeFirstSide(TensorShape shape) => shape.Type is not (ElementType.Text or ElementType.Unknown) && shape.Shape is [< 0, ..];
}
