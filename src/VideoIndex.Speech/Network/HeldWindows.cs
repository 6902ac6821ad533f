using VideoIndex.Inference;

namespace VideoIndex.Speech.Network;

/// <summary>The windows that sequences listen to, one after another in memory: those of the encoder while they lie so, else a copy.</summary>
internal sealed class HeldWindows
{
    private readonly NetworkShape _shape;
    private readonly int _size;
    private readonly Memory<float>[] _cross;

    private int[] _windows; // which of the encoder's windows lie in _cross
    private bool _owned;

    /// <summary>Holds windows.</summary>
    /// <param name="shape">The network's sizes.</param>
    /// <param name="speech">What was encoded.</param>
    /// <param name="windows">For each sequence, its window.</param>
    public HeldWindows(NetworkShape shape, EncodedWindows speech, IReadOnlyList<int> windows)
    {
        (_shape, _size) = (shape, speech.Size);
        _cross = [.. speech.Cross];
        _windows = [.. Enumerable.Range(0, speech.Count)];
        OfSequences = [.. windows];
        Lines = new Lines([], 0);
        Keep([.. Enumerable.Range(0, windows.Count)]);
    }

    /// <summary>Gets the encoder's window of each sequence.</summary>
    public int[] OfSequences { get; private set; }

    /// <summary>Gets how the sequences lie, window by window.</summary>
    public Lines Lines { get; private set; }

    /// <summary>Goes on with other sequences; windows that none of them listens to are let go of.</summary>
    public void Keep(ReadOnlySpan<int> sequences)
    {
        var kept = new int[sequences.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = OfSequences[sequences[i]];
        }

        OfSequences = kept;
        var wanted = kept.Distinct().Order().ToArray();
        if (!wanted.SequenceEqual(_windows))
        {
            Gather(wanted);
        }

        Lines = new Lines([.. kept.Select(window => Array.IndexOf(_windows, window))], _windows.Length);
    }

    /// <summary>Gives the decoder the keys and values.</summary>
    public void Bind(GraphRun run)
    {
        for (var i = 0; i < _cross.Length; i++)
        {
            run.Take(EncodedWindows.Name(i), new Tensor<float>(_cross[i], _windows.Length, _shape.DecoderHeads, _shape.Positions, _shape.Width / _shape.DecoderHeads));
        }
    }

    private void Gather(int[] wanted)
    {
        var places = Array.ConvertAll(wanted, window => Array.IndexOf(_windows, window));
        var together = places[^1] - places[0] == places.Length - 1;
        for (var i = 0; i < _cross.Length; i++)
        {
            var from = _cross[i];
            var to = together ? from.Slice(places[0] * _size, places.Length * _size)
                : _owned ? from[..(places.Length * _size)]
                : GC.AllocateUninitializedArray<float>(places.Length * _size);
            for (var at = 0; at < places.Length && !together; at++)
            {
                from.Slice(places[at] * _size, _size).CopyTo(to[(at * _size)..]); // in rising order, so one never covers another that is yet to go
            }

            _cross[i] = to;
        }

        (_windows, _owned) = (wanted, _owned || !together);
    }
}
