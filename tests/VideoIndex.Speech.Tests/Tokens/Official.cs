using System.IO.Compression;
using VideoIndex.Speech.Tokens;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Tokens;

/// <summary>The published vocabularies, from the fixtures.</summary>
internal static class Official
{
    private static readonly Lazy<SpeechVocabulary> First = new(() => SpeechVocabularies.OfRanks(MultilingualRanks(), 51865));
    private static readonly Lazy<SpeechVocabulary> Third = new(() => SpeechVocabularies.OfRanks(MultilingualRanks(), 51866));
    private static readonly Lazy<SpeechVocabulary> Single = new(() => SpeechVocabularies.OfRanks(EnglishRanks(), 51864));

    public static SpeechVocabulary Multilingual => First.Value;

    public static SpeechVocabulary MultilingualV3 => Third.Value;

    public static SpeechVocabulary EnglishOnly => Single.Value;

    public static SpeechVocabulary Named(string name) => name switch
    {
        "multilingual" => Multilingual,
        "multilingual_v3" => MultilingualV3,
        "english_only" => EnglishOnly,
        _ => throw new ArgumentException(name),
    };

    public static byte[] MultilingualRanks() => File.ReadAllBytes(SpeechVectors.File("multilingual.tiktoken"));

    private static byte[] EnglishRanks()
    {
        using var file = new GZipStream(File.OpenRead(SpeechVectors.File("gpt2.tiktoken.gz")), CompressionMode.Decompress);
        using var all = new MemoryStream();
        file.CopyTo(all);
        return all.ToArray();
    }
}
