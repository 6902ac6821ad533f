using VideoIndex.Inference;

namespace VideoIndex.Speech.Network;

/// <summary>
/// The keys and values of the tokens that sequences have been given, for each layer. There are two of everything, read and written in turns, each with
/// room for twice what it was made for, so that memory is made rarely.
/// </summary>
internal sealed class TokenMemory(NetworkShape shape, int count)
{
    private readonly float[][] _read = Empty(shape);
    private readonly float[][] _written = Empty(shape);
    private readonly int _head = shape.Width / shape.DecoderHeads;

    /// <summary>Gets how many sequences there are.</summary>
    public int Count { get; private set; } = count;

    /// <summary>Gets how many tokens each has been given.</summary>
    public int Length { get; private set; }

    /// <summary>Gives the decoder what there is, and room for what will be.</summary>
    /// <param name="run">The run.</param>
    /// <param name="further">How many tokens more there will be.</param>
    public void Bind(GraphRun run, int further)
    {
        var (before, after) = (Count * Length * shape.Width, Count * (Length + further) * shape.Width);
        for (var i = 0; i < _read.Length; i++)
        {
            var name = $"self.{i / 2}.{(i % 2 == 0 ? "key" : "value")}";
            _written[i] = Room(_written[i], after);
            run.Take(name, new Tensor<float>(_read[i].AsMemory(0, before), Count, shape.DecoderHeads, Length, _head));
            run.Give(name + ".next", new Tensor<float>(_written[i].AsMemory(0, after), Count, shape.DecoderHeads, Length + further, _head));
        }
    }

    /// <summary>Takes what was written as what is read from now on.</summary>
    public void Advance(int further)
    {
        for (var i = 0; i < _read.Length; i++)
        {
            (_read[i], _written[i]) = (_written[i], _read[i]);
        }

        Length += further;
    }

    /// <summary>Goes on with other sequences.</summary>
    public void Keep(ReadOnlySpan<int> sequences)
    {
        var size = Length * shape.Width;
        for (var i = 0; i < _read.Length; i++)
        {
            var to = _written[i] = Room(_written[i], sequences.Length * size);
            for (var at = 0; at < sequences.Length; at++)
            {
                _read[i].AsSpan(sequences[at] * size, size).CopyTo(to.AsSpan(at * size));
            }
        }

        Count = sequences.Length;
        Advance(0);
    }

    private static float[][] Empty(NetworkShape shape) => [.. Enumerable.Repeat<float[]>([], 2 * shape.DecoderLayers)];

    private static float[] Room(float[] room, int needed) => room.Length >= needed ? room : GC.AllocateUninitializedArray<float>(2 * needed);
}
