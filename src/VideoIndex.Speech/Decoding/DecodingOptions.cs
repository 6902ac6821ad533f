using VideoIndex.Inference;

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

    /// <summary>Returns the most tokens that are written by a network that can hold so many.</summary>
    internal int Most(int textLength) => SampleLength is { } named and not 0 ? named : textLength / 2;

    /// <summary>Refuses options that contradict each other or lie outside of their ranges.</summary>
    /// <exception cref="ModelException">They do; its code says which: <c>beam-and-best-of</c>, <c>best-of-greedy</c>...</exception>
    internal void Check()
    {
        Refuse(Temperature is not >= 0 or double.PositiveInfinity, "temperature-range", "A temperature is 0 or more.");
        Refuse(Beam is <= 0 || BestOf is <= 0, "count-range", "A beam, or a number of samples, is 1 or more.");
        Refuse(SampleLength < 0, "sample-length-range", "The number of tokens that may be written is not below 0.");
        Refuse(Beam is not null && BestOf is not null, "beam-and-best-of", "Either a beam or the best of several samples is asked for, not both.");
        Refuse(Temperature == 0 && BestOf is not null, "best-of-greedy", "The best of several samples needs a temperature above 0: they would all be the same.");
        Refuse(Patience is not null && Beam is null, "patience-without-beam", "Patience is for a beam, and none is asked for.");
        Refuse(Patience is { } patience && !(Math.Round((Beam ?? 0) * patience) is >= 1 and <= 1000), "patience-range", "Patience times beam is 1 to 1000.");
        Refuse(LengthPenalty is { } alpha && alpha is not (>= 0 and <= 1), "length-penalty-range", "A length penalty is between 0 and 1.");
        Refuse(MaxInitialTimestamp is { } most && most is not (>= 0 and <= 1e6), "max-initial-range", "The latest first time is 0 or more.");
    }

    private static void Refuse(bool wrong, string code, string sentence)
    {
        if (wrong)
        {
            throw new ModelException(code, sentence);
        }
    }
}
