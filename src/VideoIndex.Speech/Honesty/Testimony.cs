using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Honesty;

/// <summary>What speaks for an utterance, and what against it.</summary>
/// <param name="draft">The utterance.</param>
/// <param name="voice">Where somebody speaks; null where nobody listened for that.</param>
/// <param name="rules">The numbers.</param>
internal sealed class Testimony(DraftUtterance draft, VoiceMap? voice, HonestyRules rules)
{
    private readonly Utterance _utterance = draft.Utterance;

    /// <summary>Gets the letters of its text.</summary>
    public string Letters { get; } = Phrases.Letters.Of(draft.Utterance.Text);

    /// <summary>Gets how long it lasts, in seconds.</summary>
    public double Seconds => _utterance.Span.Duration.Seconds.ToDouble();

    /// <summary>Gets whether it lasts no time, and has no words over which somebody is heard. A timed word that lasts none is usual.</summary>
    public bool IsInstant => Seconds == 0 && !(_utterance.Words.Count > 0 && Spoken);

    /// <summary>Gets how long anybody needs to say it, in seconds.</summary>
    public double Needed => Phrases.Letters.Count(Letters, rules.SignLetters) / rules.LettersPerSecond;

    /// <summary>Gets how long somebody speaks meanwhile, in seconds; null where nobody listened for that.</summary>
    public double? Voiced => voice?.Within(_utterance.Span, rules.VoiceMargin);

    /// <summary>Gets the mean probability of its words; where there are none that of its window, and 1 where nobody says.</summary>
    public double Probability => _utterance.Words.Count > 0 ? _utterance.Words.Average(word => word.Confidence.Value)
        : _utterance.Confidence?.Value ?? Math.Exp(draft.AverageLogProbability ?? 0);

    /// <summary>Gets whether the model holds that nobody speaks, and its own text improbable.</summary>
    public bool ModelHearsNobody => draft.Skipped
        || (draft.NoSpeechProbability > rules.NoSpeech && draft.AverageLogProbability < rules.LogProbability);

    /// <summary>Gets whether the model doubts it one way or the other: all there is to go by where nobody listened for a voice.</summary>
    public bool ModelDoubts => draft.NoSpeechProbability > rules.NoSpeech || draft.AverageLogProbability < rules.LogProbability;

    /// <summary>Gets whether somebody speaks for half as long as it needs, and at half of its words.</summary>
    public bool Spoken => IsSpoken(0.5);

    /// <summary>Gets whether nobody is heard who could have said it, or hardly anybody; never where nobody listened for that.</summary>
    public bool Unspoken => voice is not null && !IsSpoken(0.25);

    /// <summary>
    /// Gets whether it may be true although the voice detector hears nobody at that very place: the model is sure of its words, and somebody is
    /// heard not far away. Detectors miss a quiet answer; they do not miss everybody.
    /// </summary>
    public bool MayBeMissed => Probability >= rules.SureWithoutVoice
        && !(draft.NoSpeechProbability > rules.NoSpeech)
        && voice!.Touches(_utterance.Span, rules.VoiceNearby);

    private bool IsSpoken(double share) => voice is not null && Voiced >= Needed * share && SpokenWords >= share;

    // The share of its words at which somebody speaks. Times of an utterance without words are loose: two thirds of it may be silence.
    private double SpokenWords => _utterance.Words.Count > 0
        ? _utterance.Words.Average(word => voice!.Touches(word.Span, rules.VoiceMargin) ? 1.0 : 0)
        : Math.Min(1, 3 * (Voiced ?? 0) / (Seconds + (2 * rules.VoiceMargin)));
}
