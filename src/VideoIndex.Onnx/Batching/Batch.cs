using System.Runtime.ExceptionServices;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Batching;

/// <summary>Items that share a run. The one who began it runs it for all; the others wait.</summary>
/// <param name="shapes">The shapes of its items, which must all be the same.</param>
internal sealed class Batch(string shapes) : IDisposable
{
    private readonly List<Tensor[]> _items = [];
    private readonly ManualResetEventSlim _closed = new();
    private readonly ManualResetEventSlim _done = new();
    private (Tensor[]? Outputs, Exception? Failure)[] _results = [];
    private int _readers;

    /// <summary>Gets the shapes of its items.</summary>
    public string Shapes { get; } = shapes;

    /// <summary>Gets how many items it has.</summary>
    public int Count => _items.Count;

    /// <summary>Takes an item in; returns its number.</summary>
    public int Add(Tensor[] inputs)
    {
        _items.Add(inputs);
        _readers++;
        return _items.Count - 1;
    }

    /// <summary>Takes no more items in.</summary>
    public void Close() => _closed.Set();

    /// <summary>Waits until no more items come.</summary>
    public void WaitUntilClosed() => _closed.Wait();

    /// <summary>
    /// Runs all items: together where that is known to change nothing, else each by itself. Where it is not known yet, both, and it is noted. None
    /// fails by another's fault.
    /// </summary>
    public void Run(IModelSession session, BatchProof proof)
    {
        var known = _items.Count == 1 ? false : proof.Holds(Shapes, _items.Count);
        var together = known == false ? null : Together(session);
        if (known == true && together is not null)
        {
            _results = Array.ConvertAll(together, outputs => ((Tensor[]?)outputs, (Exception?)null));
        }
        else
        {
            _results = [.. _items.Select(item => Alone(session, item))];
            if (together is not null && Array.TrueForAll(_results, result => result.Outputs is not null))
            {
                proof.Note(Shapes, together, Array.ConvertAll(_results, result => result.Outputs!));
            }
        }

        _done.Set();
    }

    /// <summary>Waits for an item's outputs.</summary>
    public Tensor[] Wait(int number)
    {
        _done.Wait();
        var (outputs, failure) = _results[number];
        if (Interlocked.Decrement(ref _readers) == 0)
        {
            Dispose();
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return outputs!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _closed.Dispose();
        _done.Dispose();
    }

    // Null where that failed, or what came is not one for each item.
    private Tensor[][]? Together(IModelSession session)
    {
        try
        {
            Tensor[] inputs = [.. Enumerable.Range(0, _items[0].Length).Select(input => TensorStack.Lay([.. _items.Select(item => item[input])]))];
            var outputs = session.Run(inputs);
            return Array.TrueForAll(outputs, output => output.Shape is [var count, ..] && count == _items.Count)
                ? [.. Enumerable.Range(0, _items.Count).Select(item => Array.ConvertAll(outputs, output => TensorStack.Take(output, item)))]
                : null;
        }
        catch (Exception)
        {
            return null; // whose fault it is shows when each is run by itself
        }
    }

    private static (Tensor[]?, Exception?) Alone(IModelSession session, Tensor[] inputs)
    {
        try
        {
            return (session.Run(inputs), null);
        }
        catch (Exception failure)
        {
            return (null, failure); // thrown where it was asked for
        }
    }
}
