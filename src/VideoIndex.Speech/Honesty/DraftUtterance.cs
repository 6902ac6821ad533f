using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Honesty;

/// <summary>An utterance as a model wrote it, before anyone asks whether it is to be believed.</summary>
/// <param name="Utterance">The utterance; its words carry the probabilities the model gave them.</param>
public sealed record DraftUtterance(Utterance Utterance)
{
    /// <summary>Gets the mean logarithm of the probabilities of the tokens of its window; null where nobody says.</summary>
    public double? AverageLogProbability { get; init; }

    /// <summary>Gets how likely the model held it, before the first word of the window, that nobody speaks there, 0 to 1; null where nobody says.</summary>
    public double? NoSpeechProbability { get; init; }

    /// <summary>Gets whether the walk itself passed its window over as silent.</summary>
    public bool Skipped { get; init; }
}
