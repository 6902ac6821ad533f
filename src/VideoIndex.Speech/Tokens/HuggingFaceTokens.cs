using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace VideoIndex.Speech.Tokens;

/// <summary>
/// Tokens as Hugging Face's files spell them: a character for each byte, those that cannot be seen moved behind the first 256. As in the published
/// code of "Language Models are Unsupervised Multitask Learners", 2019.
/// </summary>
internal sealed class HuggingFaceTokens
{
    private static readonly char[] Signs = [.. Spellings()];
    private static readonly FrozenDictionary<char, byte> Bytes = Enumerable.Range(0, 256).ToFrozenDictionary(x => Signs[x], x => (byte)x);

    private readonly Dictionary<int, string> _spellings = [];
    private readonly Dictionary<string, int> _marks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ranks = new(StringComparer.Ordinal);

    /// <summary>Returns whether a spelling is that of a mark, <c>&lt;|en|&gt;</c>.</summary>
    public static bool IsMark(string spelling) =>
        spelling.Length > 4 && spelling.StartsWith("<|", StringComparison.Ordinal) && spelling.EndsWith("|>", StringComparison.Ordinal);

    /// <summary>Returns the character that stands for a byte.</summary>
    public static char Sign(byte value) => Signs[value];

    /// <summary>Takes an object of spellings and ids.</summary>
    public void AddVocabulary(JsonElement spellings)
    {
        foreach (var token in spellings.EnumerateObject())
        {
            Add(token.Name, token.Value.GetInt32());
        }
    }

    /// <summary>Takes pairs, each as two spellings with a space between, the first to be joined first.</summary>
    public void AddMerges(IEnumerable<string> pairs)
    {
        foreach (var pair in pairs)
        {
            if (pair.Split(' ') is [{ Length: > 0 } left, { Length: > 0 } right])
            {
                Join(left, right);
            }
        }
    }

    /// <summary>Takes all of a <c>tokenizer.json</c>.</summary>
    public void AddTokenizer(JsonElement file)
    {
        var model = file.GetProperty("model");
        AddVocabulary(model.GetProperty("vocab"));
        if (file.TryGetProperty("added_tokens", out var added))
        {
            foreach (var token in added.EnumerateArray())
            {
                Add(token.GetProperty("content").GetString()!, token.GetProperty("id").GetInt32());
            }
        }

        foreach (var pair in model.TryGetProperty("merges", out var merges) ? merges.EnumerateArray() : default)
        {
            if (pair.ValueKind == JsonValueKind.String)
            {
                AddMerges([pair.GetString()!]);
            }
            else
            {
                Join(pair[0].GetString()!, pair[1].GetString()!);
            }
        }
    }

    /// <summary>Puts everything into a table.</summary>
    public TokenTable Table(int size)
    {
        OfficialMarks.AddTimes(_marks, size);
        var text = _spellings.Select(x => KeyValuePair.Create(x.Key, Spelled(x.Value)));
        return new TokenTable(size, text, _marks, _ranks.Count == 0 ? null : _ranks);
    }

    private static IEnumerable<char> Spellings()
    {
        var moved = 256;
        for (var value = 0; value < 256; value++)
        {
            var seen = value is (>= '!' and <= '~') or (>= '¡' and <= '¬') or (>= '®' and <= 'ÿ');
            yield return (char)(seen ? value : moved++);
        }
    }

    private static byte[] Spelled(string spelling) => spelling.All(Bytes.ContainsKey)
        ? [.. spelling.Select(x => Bytes[x])]
        : Encoding.UTF8.GetBytes(spelling);

    private void Add(string spelling, int id)
    {
        if (IsMark(spelling))
        {
            _marks[spelling] = id;
        }
        else
        {
            _spellings[id] = spelling;
        }
    }

    private void Join(string left, string right) => _ranks.TryAdd(Encoding.Latin1.GetString(Spelled(left + right)), _ranks.Count);
}
