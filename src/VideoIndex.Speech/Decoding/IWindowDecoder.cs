using VideoIndex.Speech.Network;

namespace VideoIndex.Speech.Decoding;

/// <summary>Writes down windows of sound that are encoded already, once, at one temperature. One is used by one thread at a time.</summary>
public interface IWindowDecoder
{
    /// <summary>Writes down windows side by side.</summary>
    /// <param name="speech">What was encoded.</param>
    /// <param name="windows">Which of its windows.</param>
    /// <param name="options">How; the same for all.</param>
    /// <param name="cancellationToken">Stops it between two tokens.</param>
    /// <returns>What is said in each, in the order of <paramref name="windows"/>; none depends on the others.</returns>
    /// <exception cref="Inference.ModelException">The options contradict each other, or the network failed.</exception>
    IReadOnlyList<DecodedWindow> Decode(
        IEncodedSpeech speech, IReadOnlyList<WindowToDecode> windows, DecodingOptions options, CancellationToken cancellationToken);

    /// <summary>Finds out which language is spoken in windows.</summary>
    /// <param name="speech">What was encoded.</param>
    /// <param name="windows">Which of its windows.</param>
    /// <returns>For each the languages in order of their probability, the likeliest first; a model of English alone says English.</returns>
    IReadOnlyList<IReadOnlyList<LanguageProbability>> DetectLanguages(IEncodedSpeech speech, IReadOnlyList<int> windows);
}

/// <summary>A window that is to be written down.</summary>
/// <param name="Window">Which of the encoded windows, from 0.</param>
/// <param name="Language">The language that is spoken, as ISO 639-1 (<c>de</c>); null for English, as a model takes it that is told none.</param>
/// <param name="Seed">
/// What sampling starts from: the same number, the same words. Whoever calls gives something that belongs to the window, such as its first sample, so
/// that the words do not depend on the company it is decoded in.
/// </param>
public readonly record struct WindowToDecode(int Window, string? Language = null, long Seed = 0);

/// <summary>A language, and how likely it is the one that is spoken.</summary>
/// <param name="Language">The language, as the vocabulary names it: ISO 639-1 mostly (<c>de</c>).</param>
/// <param name="Probability">From 0 to 1; all of a window's add up to 1.</param>
public readonly record struct LanguageProbability(string Language, float Probability);

/// <summary>What is said in a window.</summary>
/// <param name="Tokens">The tokens that were written, timestamps among them; neither the beginning marks nor the end of text.</param>
/// <param name="Text">The same as text, without timestamps and without space at its ends.</param>
public sealed record DecodedWindow(IReadOnlyList<int> Tokens, string Text)
{
    /// <summary>Gets the language that was taken as spoken; null where a model of English alone was asked.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the mean logarithm of the probability of the tokens, the end of text counted as one; 0 at most.</summary>
    public required double AverageLogProbability { get; init; }

    /// <summary>Gets how likely it is, before the first token, that nobody speaks; from 0 to 1.</summary>
    public required double NoSpeechProbability { get; init; }

    /// <summary>Gets how much shorter the text becomes when packed; above 2.4 or so it says the same over and over. 0 for no text.</summary>
    public required double CompressionRatio { get; init; }

    /// <summary>Gets the temperature it was written at; 0 for the likeliest words.</summary>
    public required double Temperature { get; init; }
}
