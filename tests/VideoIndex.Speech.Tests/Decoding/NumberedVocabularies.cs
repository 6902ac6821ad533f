using System.Collections.Concurrent;
using System.IO.Compression;
using VideoIndex.Speech.Tokens;

namespace VideoIndex.Speech.Tests.Decoding;

/// <summary>Vocabularies to try decoding with.</summary>
internal static class NumberedVocabularies
{
    private static readonly ConcurrentDictionary<int, SpeechVocabulary> Known = new();

    /// <summary>A vocabulary of ours: every byte is a token, then come the marks of 99 languages. 1,864 tokens in all.</summary>
    public static SpeechVocabulary Small { get; } =
        SpeechVocabularies.OfList([.. Enumerable.Range(0, 256).Select(value => new[] { (byte)value })], 256 + 2 + 99 + 6 + 1501);

    /// <summary>The published vocabulary of so many tokens, from the fixtures.</summary>
    public static SpeechVocabulary Of(int count) => Known.GetOrAdd(count, _ =>
    {
        var folder = Path.Combine(Fixtures.Folder, "whisper");
        if (count > 51864)
        {
            return SpeechVocabularies.OfRanks(File.ReadAllBytes(Path.Combine(folder, "multilingual.tiktoken")), count);
        }

        using var packed = new GZipStream(File.OpenRead(Path.Combine(folder, "gpt2.tiktoken.gz")), CompressionMode.Decompress);
        using var ranks = new MemoryStream();
        packed.CopyTo(ranks);
        return SpeechVocabularies.OfRanks(ranks.ToArray(), count);
    });
}
