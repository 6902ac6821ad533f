using VideoIndex.Speech.Decoding;

namespace VideoIndex.Speech.Tests.Decoding;

internal static class Vocabularies
{
    public static IVocabularyView Of(int count) => new View(count);

    private sealed class View(int count) : IVocabularyView
    {
        private int Sot => EndOfText + 1;
        private int L => IsMultilingual ? count - 51765 - 1 : 99;
        public int EndOfText => count >= 51865 ? 50257 : 50256;
        public int StartOfTranscript => Sot;
        public int Translate => Sot + L + 1;
        public int Transcribe => Sot + L + 2;
        public int StartOfLanguageModel => Sot + L + 3;
        public int StartOfPrevious => Sot + L + 4;
        public int NoSpeech => Sot + L + 5;
        public int NoTimestamps => Sot + L + 6;
        public int FirstTimestamp => Sot + L + 7;
        public bool IsMultilingual => count >= 51865;
        public IReadOnlyList<string> Languages => throw new NotImplementedException();
        public IReadOnlyList<int> NonSpeech => [.. WhisperVectors.Read("rules/initial_tokens.json").GetProperty("suppress_tokens_minus_1_by_n_vocab").GetProperty($"{count}").Numbers().Where(n => n < EndOfText)];
        public int LanguageToken(string language) => Sot + 1 + (language switch { null or "en" => 0, "zh" => 1, "de" => 2, "fr" => 6, "yue" => 99, _ => throw new NotImplementedException() });
        public IReadOnlyList<int> Encode(string text) => text switch { " " => [220], _ => [] };
        public string Decode(IEnumerable<int> tokens) => string.Concat(tokens.Where(t => t < FirstTimestamp).Select(t => $" {t}"));
    }
}
