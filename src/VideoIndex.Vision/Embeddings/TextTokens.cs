using System.Text;
using System.Text.RegularExpressions;
using VideoIndex.Inference;

namespace VideoIndex.Vision.Embeddings;

/// <summary>Writes words as the numbers of tokens, the way text towers of CLIP's kind were taught.</summary>
/// <remarks>
/// Words in lower case, the bytes of each as one sign each, the last with <c>&lt;/w&gt;</c> behind it; neighbours are joined, first those whose joined token has the lowest
/// number, until none can be: byte pairs, R. Sennrich and others, 2016, as published with CLIP, where a token's number tells how early it is joined. Before them
/// stands the token of the start, after them that of the end; then nought.
/// </remarks>
internal sealed partial class TextTokens
{
    private const string Start = "<|startoftext|>", End = "<|endoftext|>", EndOfWord = "</w>";

    private static readonly string[] Signs = [.. SignsOfBytes()];

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly int _start, _end;

    /// <summary>Takes the tokens in the order of their numbers.</summary>
    /// <exception cref="ModelException">There is none for the start or the end (<c>bad-vocabulary</c>).</exception>
    public TextTokens(IReadOnlyList<string> tokens)
    {
        foreach (var (number, token) in tokens.Index())
        {
            _numbers.TryAdd(token, number);
        }

        if (!_numbers.TryGetValue(Start, out _start) || !_numbers.TryGetValue(End, out _end))
        {
            throw new ModelException("bad-vocabulary", $"The labels of a text tower are its tokens, among them {Start} and {End}; one of these is missing.");
        }
    }

    /// <summary>Returns as many numbers as a tower takes, and how many of them are the words' own. Words that are too many are cut off.</summary>
    public (int[] Tokens, int Used) Of(string words, int length)
    {
        var tokens = new List<int> { _start };
        foreach (Match word in Word().Matches(words.ToLowerInvariant()))
        {
            tokens.AddRange(Joined(word.Value));
        }

        tokens = [.. tokens.Take(length - 1), _end];
        var all = new int[length];
        tokens.CopyTo(all);
        return (all, tokens.Count);
    }

    // What no token spells is left out.
    private IEnumerable<int> Joined(string word)
    {
        var parts = Encoding.UTF8.GetBytes(word).Select(value => Signs[value]).ToList();
        parts[^1] += EndOfWord;
        while (true)
        {
            var (best, at) = (int.MaxValue, -1);
            for (var place = 0; place + 1 < parts.Count; place++)
            {
                if (_numbers.TryGetValue(parts[place] + parts[place + 1], out var number) && number < best)
                {
                    (best, at) = (number, place);
                }
            }

            if (at < 0)
            {
                return parts.Where(_numbers.ContainsKey).Select(part => _numbers[part]);
            }

            parts[at] += parts[at + 1];
            parts.RemoveAt(at + 1);
        }
    }

    // A sign for each byte: those that can be seen stand for themselves, the others are moved behind the first 256.
    private static IEnumerable<string> SignsOfBytes()
    {
        var moved = 256;
        for (var value = 0; value < 256; value++)
        {
            yield return ((char)(value is (>= '!' and <= '~') or (>= '¡' and <= '¬') or (>= '®' and <= 'ÿ') ? value : moved++)).ToString();
        }
    }

    [GeneratedRegex(@"'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\s\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
