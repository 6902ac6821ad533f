using System.Collections.Frozen;
using System.Text;
using VideoIndex.Inference;

namespace VideoIndex.Speech.Tokens;

/// <summary>What each token spells, which are marks, and which pairs are joined first.</summary>
internal sealed class TokenTable
{
    /// <summary>The code of what is thrown where a vocabulary cannot be used.</summary>
    public const string BadVocabulary = "bad-vocabulary";

    private readonly byte[]?[] _bytes;
    private readonly Dictionary<string, (int Id, int Rank)>.AlternateLookup<ReadOnlySpan<char>> _text;

    /// <summary>Creates one.</summary>
    /// <param name="size">How many tokens the network has; there may be more than are spelled here.</param>
    /// <param name="text">What the tokens of text spell, by their ids.</param>
    /// <param name="marks">The marks by their spelling, <c>&lt;|endoftext|&gt;</c>.</param>
    /// <param name="ranks">For what is spelled, a byte a character, how early pairs are joined to it; null where the ids say so.</param>
    public TokenTable(int size, IEnumerable<KeyValuePair<int, byte[]>> text, IReadOnlyDictionary<string, int> marks, IReadOnlyDictionary<string, int>? ranks)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        _bytes = new byte[size][];
        var spelled = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        foreach (var (id, bytes) in text.OrderBy(x => x.Key))
        {
            _bytes[Inside(id)] = bytes;
            var spelling = Encoding.Latin1.GetString(bytes);
            spelled.TryAdd(spelling, (id, ranks is null ? id : ranks.GetValueOrDefault(spelling, int.MaxValue)));
        }

        foreach (var (name, id) in marks)
        {
            _bytes[Inside(id)] = Encoding.UTF8.GetBytes(name);
        }

        (_text, Marks) = (spelled.GetAlternateLookup<ReadOnlySpan<char>>(), marks.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Gets how many tokens there are.</summary>
    public int Size => _bytes.Length;

    /// <summary>Gets the marks by their spelling.</summary>
    public FrozenDictionary<string, int> Marks { get; }

    /// <summary>Returns what a token spells; nothing where that is unknown.</summary>
    public ReadOnlySpan<byte> Bytes(int id) => id >= 0 && id < _bytes.Length ? _bytes[id] : [];

    /// <summary>Returns the token that spells bytes, a byte a character, and how early pairs are joined to it; an id of -1 where there is none.</summary>
    public (int Id, int Rank) Find(ReadOnlySpan<char> bytes) => _text.TryGetValue(bytes, out var found) ? found : (-1, int.MaxValue);

    private int Inside(int id) => id >= 0 && id < _bytes.Length
        ? id
        : throw new ModelException(BadVocabulary, $"The vocabulary names a token {id}, and the model has {_bytes.Length} tokens.");
}
