using System.Text;

namespace VideoIndex.Speech.Tokens;

/// <summary>Puts tokens together to words, as Whisper's published code does before it times them.</summary>
internal static class WordSplitter
{
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static readonly Rune Replacement = Rune.ReplacementChar;

    /// <summary>
    /// As few tokens to a word as make whole characters. A tail that ends within a character is left out where it does not stand as such in the
    /// whole either.
    /// </summary>
    public static List<TokenWord> ByCharacters(SpeechVocabulary vocabulary, ReadOnlySpan<int> tokens)
    {
        Rune[] whole = [.. vocabulary.DecodeWithTimestamps(tokens).EnumerateRunes()];
        var (words, begin, offset) = (new List<TokenWord>(), 0, 0);
        for (var end = 1; end <= tokens.Length; end++)
        {
            var text = vocabulary.DecodeWithTimestamps(tokens[begin..end]);
            var runes = text.EnumerateRunes().ToList();
            var broken = runes.IndexOf(Replacement);
            if (broken < 0 || (offset + broken < whole.Length && whole[offset + broken] == Replacement))
            {
                words.Add(new TokenWord(text, tokens[begin..end].ToArray()));
                (begin, offset) = (end, offset + runes.Count);
            }
        }

        return words;
    }

    /// <summary>A word begins with a space, is a sign of punctuation, or is a mark.</summary>
    public static List<TokenWord> BySpaces(SpeechVocabulary vocabulary, ReadOnlySpan<int> tokens)
    {
        var words = new List<TokenWord>();
        foreach (var part in ByCharacters(vocabulary, tokens))
        {
            var begins = words.Count == 0 || part.Tokens[0] >= vocabulary.EndOfText || part.Text.StartsWith(' ')
                || Punctuation.Contains(Bare(part.Text), StringComparison.Ordinal);
            if (begins)
            {
                words.Add(part);
            }
            else
            {
                words[^1] = new TokenWord(words[^1].Text + part.Text, [.. words[^1].Tokens, .. part.Tokens]);
            }
        }

        return words;
    }

    /// <summary>Without white space at its ends, U+001C to U+001F included.</summary>
    private static string Bare(string text)
    {
        var (first, last) = (0, text.Length);
        while (first < last && IsSpace(text[first]))
        {
            first++;
        }

        while (last > first && IsSpace(text[last - 1]))
        {
            last--;
        }

        return text[first..last];
    }

    private static bool IsSpace(char sign) => char.IsWhiteSpace(sign) || sign is >= '\u001c' and <= '\u001f';
}
