using System.Text;
using VideoIndex.Transcripts;

namespace VideoIndex.SpeechServices.Answers;

/// <summary>Finds the words or tokens an engine lists in the text it gives, so that every character of the text belongs to one word.</summary>
/// <remarks>
/// What is listed lacks what the text has: spaces, punctuation, capitals, and halves of characters (U+FFFD). Between two that follow each other only
/// such may stand, never a letter; where a letter does, the list is another than the text's.
/// </remarks>
/// <param name="text">The text, tidy.</param>
internal sealed class WordMatch(string text)
{
    private const int LongestOfBroken = 4; // characters that a token which is half a character may stand for

    private readonly List<(int End, HeardWord Word)> _slices = [];
    private readonly List<HeardWord> _broken = [];
    private int _at;

    /// <summary>Gets whether no letter of the text is left over.</summary>
    public bool IsComplete => _slices.Count + _broken.Count > 0 && (_broken.Count > 0 ? text.Length - _at <= LongestOfBroken * _broken.Count : !HasLetters(text.AsSpan(_at)));

    /// <summary>Takes what is listed next.</summary>
    /// <returns>Whether it is what stands next in the text; otherwise nothing is changed.</returns>
    public bool TryTake(HeardWord word)
    {
        var plain = CaptionText.Plain(word.Text);
        if (plain.Contains('\uFFFD', StringComparison.Ordinal))
        {
            _broken.Add(word);
            return true;
        }

        if (plain.Length == 0)
        {
            return true;
        }

        var found = text.IndexOf(plain, _at, StringComparison.OrdinalIgnoreCase);
        if (found < 0 || !MayStandBetween(text.AsSpan(_at, found - _at)))
        {
            return false;
        }

        CloseBroken(found);
        if (_slices.Count > 0)
        {
            // Punctuation clings to the word before it, up to the first space.
            var gap = text.AsSpan(_at, found - _at);
            var space = gap.IndexOfAny(' ', '\n');
            _slices[^1] = _slices[^1] with { End = _at + (space < 0 ? gap.Length : space) };
        }

        _at = found + plain.Length;
        _slices.Add((_at, word));
        return true;
    }

    /// <summary>Returns the words, whose texts joined are the text; tokens that no space parts are one, but where a script has no spaces.</summary>
    public List<MatchedWord> Words()
    {
        CloseBroken(text.Length);
        var words = new List<MatchedWord>();
        var start = 0;
        for (var at = 0; at < _slices.Count; at++)
        {
            var end = at == _slices.Count - 1 ? text.Length : _slices[at].End;
            var part = text[start..end];
            start = end;
            if (words.Count == 0 || BeginsWord(part))
            {
                words.Add(new MatchedWord(part, [_slices[at].Word]));
            }
            else
            {
                words[^1] = new MatchedWord(words[^1].Text + part, [.. words[^1].Parts, _slices[at].Word]);
            }
        }

        return words;
    }

    private bool MayStandBetween(ReadOnlySpan<char> gap) =>
        _broken.Count > 0 ? gap.Length <= LongestOfBroken * _broken.Count : !HasLetters(gap);

    // Half characters in a row make whole ones together: all the text up to the next token that is whole.
    private void CloseBroken(int end)
    {
        if (_broken.Count > 0 && end > _at)
        {
            var heard = _broken.Where(token => token.Probability is not null).ToList();
            var share = heard.Count > 0 ? heard.Average(token => token.Probability) : null;
            _slices.Add((end, new HeardWord("", _broken[0].Start, _broken[^1].End, share)));
            _at = end;
        }

        _broken.Clear();
    }

    private static bool BeginsWord(string part) =>
        part.Length > 0 && (char.IsWhiteSpace(part[0]) || HasNoSpaces(Rune.GetRuneAt(part, 0)));

    // Chinese, Japanese, Thai, Lao, Burmese and Khmer are written without spaces; there a token is a word.
    private static bool HasNoSpaces(Rune rune) =>
        rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
            or (>= 0x3041 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF)
        && Rune.IsLetter(rune);

    private static bool HasLetters(ReadOnlySpan<char> part)
    {
        foreach (var rune in part.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A word of a text, and what the engine listed for it.</summary>
internal sealed record MatchedWord(string Text, IReadOnlyList<HeardWord> Parts);
