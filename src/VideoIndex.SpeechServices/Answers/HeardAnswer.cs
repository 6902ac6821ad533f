namespace VideoIndex.SpeechServices.Answers;

/// <summary>What an engine wrote down of one piece of sound, as it says it: nothing is checked yet, and times are seconds from the piece's beginning.</summary>
internal sealed record HeardAnswer(string? Language, IReadOnlyList<HeardSegment> Segments)
{
    /// <summary>Gets words with times that are listed apart from the segments, as OpenAI does; empty where they are inside.</summary>
    public IReadOnlyList<HeardWord> Words { get; init; } = [];

    /// <summary>Gets whether the segments' times are the engine's own; false where it gave words alone, and the whole piece is one segment.</summary>
    public bool HasTimes { get; init; } = true;
}

/// <summary>A segment of an answer.</summary>
internal sealed record HeardSegment(string Text, double Start, double End)
{
    /// <summary>Gets the mean of its tokens' log probabilities; null where the engine does not say.</summary>
    public double? LogProbability { get; init; }

    /// <summary>Gets how likely it is that nobody speaks; null where the engine does not say.</summary>
    public double? NoSpeech { get; init; }

    /// <summary>Gets how much smaller its text becomes when it is packed, a sign of words over and over; null where the engine does not say.</summary>
    public double? Compression { get; init; }

    /// <summary>Gets its words or tokens with times; empty where there are none, or they are listed apart.</summary>
    public IReadOnlyList<HeardWord> Words { get; init; } = [];
}

/// <summary>A word of an answer, or a token, several of which make one word.</summary>
internal readonly record struct HeardWord(string Text, double Start, double End, double? Probability);
