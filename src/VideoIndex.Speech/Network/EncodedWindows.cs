using VideoIndex.Hearing;
using VideoIndex.Inference;

namespace VideoIndex.Speech.Network;

/// <summary>Windows that are encoded: for each layer of the decoder, the keys and values of their positions.</summary>
internal sealed class EncodedWindows : IEncodedSpeech
{
    private readonly NetworkShape _shape;
    private readonly float[] _encoded;
    private readonly Memory<float>[] _cross;

    /// <summary>Makes room for windows.</summary>
    public EncodedWindows(NetworkShape shape, int count)
    {
        (_shape, Count) = (shape, count);
        Size = shape.Positions * shape.Width;
        _encoded = new float[count * Size];
        _cross = [.. Enumerable.Range(0, 2 * shape.DecoderLayers).Select(_ => (Memory<float>)GC.AllocateUninitializedArray<float>(count * Size))];
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>Gets how many values a window has in each of <see cref="Cross"/>.</summary>
    public int Size { get; }

    /// <summary>Gets keys and values, layer by layer, in turns; the windows one after another.</summary>
    public IReadOnlyList<Memory<float>> Cross => _cross;

    /// <summary>Gets what the encoder gave, before keys and values were made of it.</summary>
    internal ReadOnlySpan<float> Encoded => _encoded;

    /// <summary>Says to a run of the encoder where windows go.</summary>
    public void Bind(GraphRun run, int first, int count)
    {
        run.Give("encoded", new Tensor<float>(_encoded.AsMemory(first * Size, count * Size), count, _shape.Positions, _shape.Width));
        for (var i = 0; i < _cross.Length; i++)
        {
            run.Give(Name(i), new Tensor<float>(_cross[i].Slice(first * Size, count * Size), Sides(count)));
        }
    }

    /// <summary>Returns the keys of a window by one head, position by position.</summary>
    public ReadOnlySpan<float> Keys(AlignmentHead head, int window)
    {
        var size = Size / _shape.DecoderHeads;
        return _cross[2 * head.Layer].Span.Slice(window * Size + head.Head * size, size);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The memory is the platform's to take back.
    }

    /// <summary>Returns the name of one of <see cref="Cross"/> in the graphs.</summary>
    internal static string Name(int index) => $"cross.{index / 2}.{(index % 2 == 0 ? "key" : "value")}";

    private int[] Sides(int count) => [count, _shape.DecoderHeads, _shape.Positions, _shape.Width / _shape.DecoderHeads];
}
