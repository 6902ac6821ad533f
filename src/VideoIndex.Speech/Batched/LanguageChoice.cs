using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Network;
using VideoIndex.Speech.Tokens;

namespace VideoIndex.Speech.Batched;

/// <summary>
/// Says which language each window is in: the one that was named; or the one that the first windows of speech, up to a batch of them, are likeliest in
/// together; or each its own, where the model is half sure of it, else the one of them all.
/// </summary>
internal sealed class LanguageChoice
{
    private const float HalfSure = 0.5f;
    private readonly IWindowDecoder _decoder;
    private readonly bool _byStretch;

    /// <summary>Creates it.</summary>
    /// <exception cref="ModelException">The language that was named is unknown, to anyone or to the model (<c>unknown-language</c>).</exception>
    public LanguageChoice(IWindowDecoder decoder, SpeechVocabulary vocabulary, TranscriptionOptions options)
    {
        _decoder = decoder;
        var named = options.Language is { Length: > 0 } language ? Known(language, vocabulary) : null;
        Common = vocabulary.IsMultilingual ? named : "en";
        _byStretch = vocabulary.IsMultilingual && named is null && options.LanguageByStretch;
        Complaint = vocabulary.IsMultilingual ? null
            : named is not (null or "en") ? $"The speech model knows English only, and took what is said for it, though '{named}' was asked for."
            : options.Translate ? "The speech model knows English only, and translates nothing."
            : null;
    }

    /// <summary>Gets the language of the sound; null where it is still to be found out.</summary>
    public string? Common { get; private set; }

    /// <summary>Gets what could not be done, as a sentence; null for nothing.</summary>
    public string? Complaint { get; }

    /// <summary>Returns the language of each of the windows.</summary>
    /// <param name="speech">The windows.</param>
    /// <param name="lengths">How much sound each has.</param>
    public string[] Of(IEncodedSpeech speech, IReadOnlyList<int> lengths)
    {
        if (Common is not null && !_byStretch)
        {
            return [.. lengths.Select(_ => Common)];
        }

        var found = _decoder.DetectLanguages(speech, [.. Enumerable.Range(0, lengths.Count)]);
        Common ??= Together(found, lengths);
        return [.. found.Select(languages => _byStretch && languages[0].Probability >= HalfSure ? languages[0].Language : Common)];
    }

    private static string Together(IReadOnlyList<IReadOnlyList<LanguageProbability>> found, IReadOnlyList<int> lengths) =>
        found.SelectMany((languages, at) => languages.Select(language => (language.Language, Weight: (double)language.Probability * lengths[at])))
            .GroupBy(language => language.Language, language => language.Weight)
            .MaxBy(language => language.Sum())!.Key;

    private static string Known(string language, SpeechVocabulary vocabulary) =>
        SpeechLanguages.Code(language) is { } code && (!vocabulary.IsMultilingual || vocabulary.LanguageIds.ContainsKey(code))
            ? code
            : throw new ModelException("unknown-language", $"The speech model does not know the language '{language}'.");
}
