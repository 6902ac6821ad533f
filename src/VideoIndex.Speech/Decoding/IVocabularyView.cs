#pragma warning disable CS1591
namespace VideoIndex.Speech.Decoding;

public interface IVocabularyView
{
    int EndOfText { get; }
    int StartOfTranscript { get; }
    int Translate { get; }
    int Transcribe { get; }
    int StartOfLanguageModel { get; }
    int StartOfPrevious { get; }
    int NoSpeech { get; }
    int NoTimestamps { get; }
    int FirstTimestamp { get; }
    bool IsMultilingual { get; }
    IReadOnlyList<string> Languages { get; }
    IReadOnlyList<int> NonSpeech { get; }
    int LanguageToken(string language);
    IReadOnlyList<int> Encode(string text);
    string Decode(IEnumerable<int> tokens);
}
