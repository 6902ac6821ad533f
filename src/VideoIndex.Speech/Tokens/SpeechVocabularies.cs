using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using VideoIndex.Inference;

namespace VideoIndex.Speech.Tokens;

/// <summary>Reads vocabularies in the forms that people have them in.</summary>
public static class SpeechVocabularies
{
    /// <summary>The tokens of the English-only networks that were published: by that they are known.</summary>
    private const int EnglishOnly = 51_864;

    /// <summary>
    /// Reads a file of ranks: on each line a token in base 64 and its number. Its marks are not in it, and lie behind it in the published order.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="size">How many tokens the network has.</param>
    /// <param name="multilingual">Whether the network takes a language; by default whether it is none of the size of the English-only ones.</param>
    /// <exception cref="ModelException">The file is no such file, or does not fit the size.</exception>
    public static SpeechVocabulary OfRanks(ReadOnlySpan<byte> file, int size, bool? multilingual = null)
    {
        var text = new Dictionary<int, byte[]>();
        foreach (var line in file.Split((byte)'\n'))
        {
            var words = file[line].TrimEnd((byte)'\r');
            if (words.Length == 0)
            {
                continue;
            }

            var space = words.IndexOf((byte)' ');
            var id = 0;
            var numbered = space >= 0 && int.TryParse(words[(space + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out id);
            if (!numbered || Decoded(words[..space]) is not { } bytes)
            {
                throw Bad($"Line {text.Count + 1} of the ranks is no token with its number.");
            }

            text[id] = bytes;
        }

        return OfText(text, size, multilingual);
    }

    /// <summary>Reads tokens in the order of their ids, as whisper.cpp's files hold them: what is behind the text is derived.</summary>
    /// <param name="tokens">The tokens; a mark among them ends the text.</param>
    /// <param name="size">How many tokens the network has.</param>
    /// <param name="multilingual">As for ranks.</param>
    /// <exception cref="ModelException">The tokens do not fit the size.</exception>
    public static SpeechVocabulary OfList(IReadOnlyList<byte[]> tokens, int size, bool? multilingual = null)
    {
        var marks = tokens.Select((x, i) => (Name: Encoding.UTF8.GetString(x), Id: i)).Where(x => HuggingFaceTokens.IsMark(x.Name)).ToArray();
        if (marks.Length > 1)
        {
            var named = marks.ToDictionary(x => x.Name, x => x.Id, StringComparer.Ordinal);
            OfficialMarks.AddTimes(named, size);
            return Made(new TokenTable(size, Numbered(tokens).Where(x => !named.ContainsValue(x.Key)), named, null), multilingual);
        }

        var text = marks.Length == 1 ? marks[0].Id : tokens.Count;
        return OfText(Numbered(tokens.Take(text)), size, multilingual);
    }

    /// <summary>Reads Hugging Face's files <c>vocab.json</c>, <c>merges.txt</c> and <c>added_tokens.json</c>.</summary>
    /// <param name="vocabulary">The first.</param>
    /// <param name="merges">The second; empty where the ids say in which order pairs are joined.</param>
    /// <param name="added">The third; empty where there is none.</param>
    /// <param name="size">How many tokens the network has.</param>
    /// <param name="multilingual">As for ranks; <c>generation_config.json</c> says it as <c>is_multilingual</c>.</param>
    /// <exception cref="ModelException">They are no such files, or name what the network does not have.</exception>
    public static SpeechVocabulary OfHuggingFace(
        ReadOnlyMemory<byte> vocabulary, ReadOnlySpan<byte> merges, ReadOnlyMemory<byte> added, int size, bool? multilingual = null)
    {
        var tokens = new HuggingFaceTokens();
        Parse("vocab.json", vocabulary, tokens.AddVocabulary);
        if (!added.IsEmpty)
        {
            Parse("added_tokens.json", added, tokens.AddVocabulary);
        }

        var pairs = Encoding.UTF8.GetString(merges).Split('\n').Select(x => x.TrimEnd('\r'));
        tokens.AddMerges(pairs.Where(x => !x.StartsWith("#version", StringComparison.Ordinal)));
        return Made(tokens.Table(size), multilingual);
    }

    /// <summary>Reads Hugging Face's one file <c>tokenizer.json</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="size">How many tokens the network has.</param>
    /// <param name="multilingual">As for ranks.</param>
    /// <exception cref="ModelException">It is no such file, or names what the network does not have.</exception>
    public static SpeechVocabulary OfTokenizer(ReadOnlyMemory<byte> file, int size, bool? multilingual = null)
    {
        var tokens = new HuggingFaceTokens();
        Parse("tokenizer.json", file, tokens.AddTokenizer);
        return Made(tokens.Table(size), multilingual);
    }

    private static SpeechVocabulary OfText(Dictionary<int, byte[]> text, int size, bool? multilingual) =>
        Made(new TokenTable(size, text, OfficialMarks.All(text.Count, size), null), multilingual);

    private static SpeechVocabulary Made(TokenTable table, bool? multilingual) => new(table, multilingual ?? table.Size != EnglishOnly);

    private static Dictionary<int, byte[]> Numbered(IEnumerable<byte[]> tokens) => tokens.Select((x, i) => (x, i)).ToDictionary(x => x.i, x => x.x);

    private static void Parse(string name, ReadOnlyMemory<byte> file, Action<JsonElement> read)
    {
        try
        {
            using var parsed = JsonDocument.Parse(file);
            read(parsed.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new ModelException(TokenTable.BadVocabulary, $"{name} is not what it is called: {e.Message}", e);
        }
    }

    /// <summary>The bytes; none for the lone sign that stands for no bytes; null where it is no base 64.</summary>
    private static byte[]? Decoded(ReadOnlySpan<byte> base64)
    {
        if (base64.SequenceEqual("="u8))
        {
            return [];
        }

        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        return Base64.DecodeFromUtf8(base64, bytes, out _, out var written) == System.Buffers.OperationStatus.Done ? bytes[..written] : null;
    }

    private static ModelException Bad(string sentence) => new(TokenTable.BadVocabulary, sentence);
}
