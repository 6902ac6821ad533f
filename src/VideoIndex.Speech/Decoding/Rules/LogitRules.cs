using VideoIndex.Speech.Tokens;

namespace VideoIndex.Speech.Decoding.Rules;

/// <summary>The rules that hold for a decoding, in the order in which they are applied.</summary>
internal static class LogitRules
{
    /// <summary>Returns the rules.</summary>
    public static IReadOnlyList<ILogitRule> Of(SpeechVocabulary vocabulary, DecodingOptions options)
    {
        var rules = new List<ILogitRule>();
        if (options.SuppressBlank)
        {
            rules.Add(new SuppressBlank([.. vocabulary.Encode(" "), vocabulary.EndOfText]));
        }

        if (options.Suppress.Count > 0)
        {
            rules.Add(new SuppressTokens(Suppressed(vocabulary, options.Suppress)));
        }

        if (options.Timestamps)
        {
            var maxInitial = TimestampRules.StepsOf(options.MaxInitialTimestamp);
            rules.Add(new TimestampRules(vocabulary.TimestampBegin, vocabulary.EndOfText, vocabulary.NoTimestamps, maxInitial));
        }

        return rules;
    }

    /// <summary>Returns the tokens that are never written, in rising order: those named, and the marks of tasks with them.</summary>
    public static IReadOnlyList<int> Suppressed(SpeechVocabulary vocabulary, IReadOnlyList<int> named) =>
        [.. named.Where(token => token >= 0)
            .Concat(named.Contains(-1) ? vocabulary.NonSpeechTokens : [])
            .Concat(Marks(vocabulary).OfType<int>())
            .Distinct().Order()];

    private static int?[] Marks(SpeechVocabulary vocabulary) =>
    [
        vocabulary.Transcribe, vocabulary.Translate, vocabulary.StartOfTranscript,
        vocabulary.StartOfPrevious, vocabulary.StartOfLanguageModel, vocabulary.NoSpeechMark,
    ];
}
