using System.Collections.Concurrent;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Batching;

/// <summary>
/// What is known of a model's batches: whether an item's outputs are, byte for byte, what it gives for the item alone. Found out once for each
/// number of items and shape, on the first that come, so that what is seen in footage never depends on what happened to be run beside it.
/// </summary>
internal sealed class BatchProof
{
    private const int MostKnown = 256;

    private readonly ConcurrentDictionary<(string Shapes, int Count), bool> _known = new();

    /// <summary>Returns whether so many items of such shapes may share a run; null where it is not known yet.</summary>
    public bool? Holds(string shapes, int count) =>
        _known.TryGetValue((shapes, count), out var same) ? same
        : _known.Count < MostKnown ? null : false; // one that takes ever other shapes is not proved for ever

    /// <summary>Notes what items gave together and each alone.</summary>
    public void Note(string shapes, Tensor[][] together, Tensor[][] alone) =>
        _known[(shapes, alone.Length)] = together.Zip(alone).All(item => item.First.Zip(item.Second).All(output => TensorStack.AreSame(output.First, output.Second)));
}
