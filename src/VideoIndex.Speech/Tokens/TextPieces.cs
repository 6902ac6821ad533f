using System.Globalization;
using System.Text;

namespace VideoIndex.Speech.Tokens;

/// <summary>
/// Cuts text into the pieces within which bytes are joined: English endings behind an apostrophe, letters, digits, or other signs, each with the one
/// space before it, and what white space is left. A. Radford and others, "Language Models are Unsupervised Multitask Learners", 2019, and its
/// published code. Code points count, not UTF-16 units; white space is Unicode's White_Space.
/// </summary>
internal static class TextPieces
{
    private static readonly string[] Endings = ["s", "t", "re", "ve", "m", "ll", "d"];

    private enum Kind
    {
        Letter,
        Digit,
        Space,
        Other,
    }

    public static IEnumerable<string> Of(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Next(text, at);
            yield return text.Substring(at, length);
            at += length;
        }
    }

    private static int Next(string text, int at)
    {
        if (Ending(text.AsSpan(at)) is var ending and > 0)
        {
            return ending;
        }

        var spaces = Run(text, at, Kind.Space);
        var led = text[at] == ' ' && spaces == 1 ? 1 : 0;
        if (spaces > led)
        {
            // Of several, the last goes with what follows, unless nothing does.
            return at + spaces == text.Length || spaces == 1 ? spaces : spaces - 1;
        }

        return at + led == text.Length ? led : led + Run(text, at + led, KindAt(text, at + led).Kind);
    }

    private static int Ending(ReadOnlySpan<char> text)
    {
        if (text[0] == '\'')
        {
            foreach (var ending in Endings)
            {
                if (text[1..].StartsWith(ending, StringComparison.Ordinal))
                {
                    return 1 + ending.Length;
                }
            }
        }

        return 0;
    }

    private static int Run(string text, int at, Kind wanted)
    {
        var end = at;
        while (end < text.Length && KindAt(text, end) is var (kind, length) && kind == wanted)
        {
            end += length;
        }

        return end - at;
    }

    private static (Kind Kind, int Length) KindAt(string text, int at)
    {
        if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) != System.Buffers.OperationStatus.Done)
        {
            return (Kind.Other, length);
        }

        return (Rune.IsWhiteSpace(rune) ? Kind.Space : Of(Rune.GetUnicodeCategory(rune)), length);
    }

    private static Kind Of(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter => Kind.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Kind.Digit,
        _ => Kind.Other,
    };
}
