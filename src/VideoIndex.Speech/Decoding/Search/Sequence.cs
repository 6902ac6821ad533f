namespace VideoIndex.Speech.Decoding.Search;

/// <summary>A sequence that is being written, with room for all it may become.</summary>
/// <param name="room">The most tokens it may have.</param>
internal sealed class Sequence(int room)
{
    private readonly int[] _tokens = new int[room];
    private int _length;

    /// <summary>Gets the sum of the logarithms of the probabilities of its tokens.</summary>
    public float LogProbability { get; private set; }

    /// <summary>Gets what is written.</summary>
    public ReadOnlySpan<int> Written => _tokens.AsSpan(0, _length);

    /// <summary>Becomes another sequence with a token more.</summary>
    /// <param name="source">The other, which may be this one.</param>
    /// <param name="token">The token.</param>
    /// <param name="logProbability">The sum with it.</param>
    public void Become(Sequence source, int token, float logProbability)
    {
        if (source != this)
        {
            source.Written.CopyTo(_tokens);
        }

        _length = source._length;
        _tokens[_length++] = token;
        LogProbability = logProbability;
    }

    /// <summary>Returns it as it is, or with the sum that its end gives it.</summary>
    public Reading Read(float? logProbability = null) => new(Written.ToArray(), logProbability ?? LogProbability);
}
