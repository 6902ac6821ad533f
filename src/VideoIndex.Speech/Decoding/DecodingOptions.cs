namespace VideoIndex.Speech.Decoding;

/// <summary>How windows are written down; the defaults are those of OpenAI's <c>DecodingOptions</c>.</summary>
public sealed record DecodingOptions
{
    /// <summary>Gets whether what is said is written in English; false by default.</summary>
    public bool Translate { get; init; }

    /// <summary>Gets how bold it is: 0, the default, for the likeliest token, else tokens are drawn from the softmax of logits divided by it.</summary>
    public double Temperature { get; init; }

    /// <summary>Gets the most tokens that are written; null, the default, for half of what the network can hold (224).</summary>
    public int? SampleLength { get; init; }

    /// <summary>Gets how many independent samples the best is taken of, at a temperature above 0; null, the default, for one.</summary>
    public int? BestOf { get; init; }

    /// <summary>Gets how many readings are followed side by side; null, the default, for the one likeliest token each time.</summary>
    public int? Beam { get; init; }

    /// <summary>Gets how many finished readings the search waits for, as a multiple of <see cref="Beam"/>; null, the default, for 1.</summary>
    public double? Patience { get; init; }

    /// <summary>
    /// Gets the alpha of the length penalty ((5 + length) / 6)^alpha, from 0 to 1, by which readings of different lengths are compared (Y. Wu and
    /// others, "Google's Neural Machine Translation System", 2016); null, the default, for the plain mean.
    /// </summary>
    public double? LengthPenalty { get; init; }

    /// <summary>Gets what was said before, as tokens; the last half of what the network can hold, less one, is used. Empty by default.</summary>
    public IReadOnlyList<int> Prompt { get; init; } = [];

    /// <summary>Gets what the window is known to begin with, as tokens; empty by default. It is not part of the answer.</summary>
    public IReadOnlyList<int> Prefix { get; init; } = [];

    /// <summary>
    /// Gets the tokens that are never written; -1, the default, stands for all signs that are not speech, and any other number for itself. Empty
    /// allows everything, marks of tasks included.
    /// </summary>
    public IReadOnlyList<int> Suppress { get; init; } = [-1];

    /// <summary>Gets whether a space or the end of the text may not come first; true by default.</summary>
    public bool SuppressBlank { get; init; } = true;

    /// <summary>Gets whether times are written among the words; true by default.</summary>
    public bool Timestamps { get; init; } = true;

    /// <summary>Gets the latest time in seconds that may come first; 1 by default, null or 0 for any.</summary>
    public double? MaxInitialTimestamp { get; init; } = 1;
}
