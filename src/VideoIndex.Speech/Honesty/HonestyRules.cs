using VideoIndex.Timing;

namespace VideoIndex.Speech.Honesty;

/// <summary>The numbers by which an utterance is believed or not. Where each comes from is told in the record of the decision, docs/adr/0022.</summary>
public sealed record HonestyRules
{
    /// <summary>Gets the no-speech probability above which a window is silent if its text is improbable too; 0.6 by default, as in the official program.</summary>
    public double NoSpeech { get; init; } = 0.6;

    /// <summary>Gets the average log-probability below which text is improbable; -1 by default, as in the official program.</summary>
    public double LogProbability { get; init; } = -1;

    /// <summary>Gets how far around a voice words may lie and still be taken as spoken by it, in seconds; 0.3 by default.</summary>
    public double VoiceMargin { get; init; } = 0.3;

    /// <summary>Gets the mean probability of its words from which text stays though the voice detector hears nobody at that very place; 0.7 by default.</summary>
    public double SureWithoutVoice { get; init; } = 0.7;

    /// <summary>Gets the seconds within which somebody must be heard for <see cref="SureWithoutVoice"/> to hold; 5 by default.</summary>
    public double VoiceNearby { get; init; } = 5;

    /// <summary>Gets the most letters a person says in a second; 25 by default. A sign of a script that writes syllables or words counts as <see cref="SignLetters"/>.</summary>
    public double LettersPerSecond { get; init; } = 25;

    /// <summary>Gets how many letters a Chinese, Japanese or Korean sign counts for; 2.5 by default.</summary>
    public double SignLetters { get; init; } = 2.5;

    /// <summary>Gets the mean probability of its words below which text is not believed unless somebody clearly speaks; 0.15 by default, as in the official program.</summary>
    public double Improbable { get; init; } = 0.15;

    /// <summary>Gets how many times something is said in a row before it may be a loop; 5 by default.</summary>
    public int Repeats { get; init; } = 5;

    /// <summary>Gets the fewest letters a loop has in all; 30 by default.</summary>
    public int LoopLetters { get; init; } = 30;

    /// <summary>Gets the most letters of what a crowd may chant, and the most times it may: 12 and 16 by default.</summary>
    public (int Letters, int Times) Chant { get; init; } = (12, 16);

    /// <summary>Gets how many utterances in a row may say the same: where there is hardly a voice, and where there is one; 2 and 8 by default.</summary>
    public (int WithoutVoice, int WithVoice) SameInARow { get; init; } = (2, 8);

    /// <summary>Gets the silence in seconds that a word may run through before it is cut to the speech; 0.3 by default.</summary>
    public double SilenceInWord { get; init; } = 0.3;

    /// <summary>Gets what is left around speech when a word is cut to it; 0.1 s by default.</summary>
    public MediaDuration WordMargin { get; init; } = new(new Rational(1, 10));

    /// <summary>Gets the most confidence a word may have where the voice detector hears nobody; 0.4 by default, so that it is marked.</summary>
    public double ConfidenceWithoutVoice { get; init; } = 0.4;

    /// <summary>Gets what the probabilities of words mean; as they are, by default, until they are measured.</summary>
    public Calibration Calibration { get; init; } = Calibration.None;
}
