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

    /// <summary>Runs all items, together where that goes well, else each by itself, so that none fails by another's fault.</summary>
    public void Run(IModelSession session)
    {
        var results = new (Tensor[]?, Exception?)[_items.Count];
        if (_items.Count == 1 || !TryTogether(session, results))
        {
            for (var i = 0; i < results.Length; i++)
            {
                results[i] = Alone(session, _items[i]);
            }
        }

        _results = results;
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

    private bool TryTogether(IModelSession session, (Tensor[]?, Exception?)[] results)
    {
        try
        {
            Tensor[] inputs = [.. Enumerable.Range(0, _items[0].Length).Select(input => TensorStack.Lay([.. _items.Select(item => item[input])]))];
            var outputs = session.Run(inputs);
            if (!Array.TrueForAll(outputs, output => output.Shape is [var count, ..] && count == _items.Count))
            {
                return false; // what it gives is not one for each item
            }

            for (var i = 0; i < results.Length; i++)
            {
                results[i] = (Array.ConvertAll(outputs, output => TensorStack.Take(output, i)), null);
            }

            return true;
        }
        catch (Exception)
        {
            return false; // whose fault it is shows when each is run by itself
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
