using System.Collections.Frozen;
using System.Text;
using VideoIndex.Inference;

namespace VideoIndex.Speech.Tokens;

/// <summary>
/// The tokens of a speech network: text is spelled by them, and marks among them say what is to be done. Any number of tokens and languages; marks
/// are found by their names, never by fixed numbers. A. Radford and others, "Robust Speech Recognition via Large-Scale Weak Supervision", 2022,
/// section 2.3. Made by <see cref="SpeechVocabularies"/>. Several threads may use one at once.
/// </summary>
public sealed class SpeechVocabulary
{
    private readonly TokenTable _table;

    internal SpeechVocabulary(TokenTable table, bool multilingual)
    {
        _table = table;
        EndOfText = Required("<|endoftext|>");
        StartOfTranscript = Required("<|startoftranscript|>");
        NoTimestamps = Required("<|notimestamps|>");
        TimestampBegin = Required("<|0.00|>");
        Languages = SpeechLanguages.All.Select(x => KeyValuePair.Create(x, Mark($"<|{x}|>")))
            .Where(x => x.Value is not null).Select(x => KeyValuePair.Create(x.Key, x.Value!.Value)).ToArray();
        LanguageIds = Languages.ToFrozenDictionary(StringComparer.Ordinal);
        IsMultilingual = multilingual && Languages.Count > 0;
        NonSpeechTokens = NonSpeech.Of(this);
    }

    /// <summary>Gets how many tokens there are: <see cref="Network.NetworkShape.Vocabulary"/>.</summary>
    public int Size => _table.Size;

    /// <summary>Gets the mark behind the last word. Ids below it are text, ids above it marks.</summary>
    public int EndOfText { get; }

    /// <summary>Gets the mark that everything begins with.</summary>
    public int StartOfTranscript { get; }

    /// <summary>Gets the mark that no times are to be written.</summary>
    public int NoTimestamps { get; }

    /// <summary>Gets the mark of the time 0.00. The mark of <c>n</c> times 20 ms lies <c>n</c> behind it.</summary>
    public int TimestampBegin { get; }

    /// <summary>Gets the mark of the last time there is; all behind <see cref="TimestampBegin"/> are times.</summary>
    public int TimestampEnd => Size - 1;

    /// <summary>Gets the mark that asks for English; null where the network cannot.</summary>
    public int? Translate => Mark("<|translate|>");

    /// <summary>Gets the mark that asks for the language that is spoken; null where the network needs none.</summary>
    public int? Transcribe => Mark("<|transcribe|>");

    /// <summary>Gets the mark before what was said before; null where the network knows none.</summary>
    public int? StartOfPrevious => Mark("<|startofprev|>");

    /// <summary>Gets the mark of text without sound; null where there is none.</summary>
    public int? StartOfLanguageModel => Mark("<|startoflm|>");

    /// <summary>Gets the mark that nobody speaks; null where there is none. Older vocabularies name it nocaptions.</summary>
    public int? NoSpeechMark => Mark("<|nospeech|>") ?? Mark("<|nocaptions|>");

    /// <summary>Gets whether the network takes a language and a task; false for the English-only ones, whose vocabularies list both all the same.</summary>
    public bool IsMultilingual { get; }

    /// <summary>Gets the marks of the languages by their codes, in the order of <see cref="SpeechLanguages.All"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Languages { get; }

    /// <summary>Gets the marks of the languages by their codes.</summary>
    public IReadOnlyDictionary<string, int> LanguageIds { get; }

    /// <summary>Gets what is written, but not spoken, least id first: what is suppressed by default.</summary>
    public IReadOnlyList<int> NonSpeechTokens { get; }

    /// <summary>Returns the mark of a name such as <c>&lt;|en|&gt;</c>; null where there is none.</summary>
    public int? Mark(string name) => _table.Marks.TryGetValue(name, out var id) ? id : null;

    /// <summary>Returns the marks a sequence begins with: the start, then language and task where the network takes them.</summary>
    /// <param name="language">A code of <see cref="Languages"/>; English by default.</param>
    /// <param name="translate">Whether English is asked for.</param>
    /// <exception cref="ModelException">The vocabulary has no such language or task.</exception>
    public int[] Start(string? language = null, bool translate = false)
    {
        if (!IsMultilingual)
        {
            return [StartOfTranscript];
        }

        var code = language ?? "en";
        return [StartOfTranscript, Required($"<|{code}|>"), Required(translate ? "<|translate|>" : "<|transcribe|>")];
    }

    /// <summary>Spells text by tokens. Bytes that the vocabulary cannot spell are left out.</summary>
    /// <exception cref="ArgumentException">The text spells a mark.</exception>
    public int[] Encode(string text)
    {
        if (text.Contains("<|", StringComparison.Ordinal)
            && _table.Marks.Keys.FirstOrDefault(x => text.Contains(x, StringComparison.Ordinal)) is { } mark)
        {
            throw new ArgumentException($"The text spells {mark}, which is a mark of the vocabulary.", nameof(text));
        }

        var tokens = new List<int>();
        foreach (var piece in TextPieces.Of(text))
        {
            BytePairs.Add(_table, piece, tokens);
        }

        return [.. tokens];
    }

    /// <summary>Returns what tokens spell, times left out. Other marks are spelled; what is no UTF-8 becomes U+FFFD.</summary>
    public string Decode(ReadOnlySpan<int> tokens) => Encoding.UTF8.GetString(Bytes(tokens, TimestampBegin));

    /// <summary>Returns what tokens spell, times as <c>&lt;|1.02|&gt;</c>.</summary>
    public string DecodeWithTimestamps(ReadOnlySpan<int> tokens) => Encoding.UTF8.GetString(Bytes(tokens, Size));

    /// <summary>Returns the bytes of tokens, marks as they are named.</summary>
    public byte[] Bytes(ReadOnlySpan<int> tokens) => Bytes(tokens, Size);

    /// <summary>Puts tokens together to words: by spaces, or by characters in languages that write none.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="language">Their language; null for English.</param>
    /// <returns>
    /// The words in order. Where the tokens end within a character, the last of them may belong to none, as in Whisper's published code.
    /// </returns>
    public IReadOnlyList<TokenWord> SplitToWords(ReadOnlySpan<int> tokens, string? language) => SpeechLanguages.PutsSpaces(language)
        ? WordSplitter.BySpaces(this, tokens)
        : WordSplitter.ByCharacters(this, tokens);

    private byte[] Bytes(ReadOnlySpan<int> tokens, int below)
    {
        var bytes = new List<byte>(4 * tokens.Length);
        foreach (var token in tokens)
        {
            if (token < below)
            {
                bytes.AddRange(_table.Bytes(token));
            }
        }

        return [.. bytes];
    }

    private int Required(string name) =>
        Mark(name) ?? throw new ModelException(TokenTable.BadVocabulary, $"The vocabulary has no token {name}.");
}
