namespace VideoIndex.Speech.Tokens;

/// <summary>Tokens that are written, but not spoken: brackets, quotation marks, musical signs. As listed in Whisper's published code.</summary>
internal static class NonSpeech
{
    private const string Signs = "\"#()*+/:;<=>@[\\]^_`{|}~「」『』";
    private const string Music = "♩♪♫♬♭♮♯";

    private static readonly string[] Runs =
    [
        "<<", ">>", "<<<", ">>>", "--", "---", "-(", "-[", "('", "(\"", "((", "))", "(((", ")))", "[[", "]]", "{{", "}}", "♪♪", "♪♪♪",
    ];

    /// <summary>Lists them, least id first.</summary>
    public static int[] Of(SpeechVocabulary vocabulary)
    {
        var whole = Signs.Select(x => x.ToString()).Concat(Runs).SelectMany(x => new[] { x, " " + x });
        var first = Music.SelectMany(x => new[] { x.ToString(), " " + x }).Concat([" -", " '"]);
        return [.. whole.Select(x => Spelled(vocabulary, x)).Where(x => x.Length == 1)
            .Concat(first.Select(x => Spelled(vocabulary, x)).Where(x => x.Length > 0)).Select(x => x[0]).Distinct().Order()];
    }

    /// <summary>Its tokens; none where they do not spell all of it.</summary>
    private static int[] Spelled(SpeechVocabulary vocabulary, string text)
    {
        var tokens = vocabulary.Encode(text);
        return vocabulary.Decode(tokens) == text ? tokens : [];
    }
}
