using System.Buffers;
using System.Net;
using System.Text;

namespace VideoIndex.Transcripts;

/// <summary>Turns the markup of captions into the plain text an <see cref="Utterance"/> holds.</summary>
/// <remarks>
/// Every method takes any string at all and throws for none. What comes back has lines trimmed, not empty and joined by a
/// newline, runs of spaces made one, no control characters, none that turn the writing direction, and is in Unicode's
/// composed form; it may be empty.
/// </remarks>
public static class CaptionText
{
    /// <summary>The most UTF-16 code units a text may have; the rest is cut off.</summary>
    public const int MaxLength = 4_000;

    private const int LongestMarkup = 16 * MaxLength;

    private const int LongestTag = 512;

    private static readonly SearchValues<char> TimeSigns = SearchValues.Create("0123456789:.");

    /// <summary>Reads the markup of SubRip and WebVTT: tags, time stamps inside a cue, <c>{\an8}</c>, character references.</summary>
    /// <remarks>The readings in small print above Japanese words (<c>rt</c>) are left out, or every such word would be doubled.</remarks>
    public static string FromMarkup(string markup) =>
        Plain(WebUtility.HtmlDecode(WithoutTags(WithoutBraces(Bounded(markup), onlyOverrides: true))));

    /// <summary>Reads the text of a SubStation Alpha dialogue: override blocks, drawings, <c>\N</c> and <c>\h</c>.</summary>
    public static string FromSubStation(string dialogue) => Plain(
        WithoutBraces(Bounded(dialogue), onlyOverrides: false)
            .Replace("\\N", "\n", StringComparison.Ordinal)
            .Replace("\\n", "\n", StringComparison.Ordinal)
            .Replace("\\h", " ", StringComparison.Ordinal));

    /// <summary>Tidies text that has no markup.</summary>
    public static string Plain(string text)
    {
        var tidy = new StringBuilder();
        foreach (var line in Composed.Of(Printable(Bounded(text))).Split('\n'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
            {
                tidy.Append(tidy.Length == 0 ? "" : "\n").AppendJoin(' ', words);
            }
        }

        return tidy.Length <= MaxLength ? tidy.ToString() : Cut(tidy.ToString(), MaxLength).TrimEnd();
    }

    private static string Bounded(string text) => text.Length <= LongestMarkup ? text : Cut(text, LongestMarkup);

    // Never between the two halves of a character outside the basic plane.
    private static string Cut(string text, int length) =>
        text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static string Printable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // half a surrogate pair comes out as U+FFFD
        {
            switch (rune.Value)
            {
                case '\n' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029:
                    kept.Append('\n');
                    break;
                case '\t' or 0xA0 or 0x202F or 0x2007:
                    kept.Append(' ');
                    break;
                case '\r':
                    break;
                case < 0x20 or (>= 0x7F and < 0xA0) or 0xFEFF or 0x200B: // controls, byte order mark, zero-width space
                case 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069): // direction
                    break;
                default:
                    kept.Append(rune.ToString());
                    break;
            }
        }

        return kept.ToString();
    }

    private static string WithoutBraces(string text, bool onlyOverrides)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        var drawing = false;
        var last = text.LastIndexOf('}'); // past it nothing closes, and looking again and again would take for ever
        for (var at = 0; at < text.Length; at++)
        {
            var opens = text[at] == '{' && (!onlyOverrides || (at + 1 < text.Length && text[at + 1] == '\\'));
            var end = opens && at < last ? text.IndexOf('}', at) : -1;
            if (end > 0)
            {
                drawing = DrawsAfter(text.AsSpan(at, end - at), drawing);
                at = end;
            }
            else if (!drawing)
            {
                kept.Append(text[at]);
            }
        }

        return kept.ToString();
    }

    // "\p1" and above starts a drawing, whose "text" is pen movements; "\p0" ends it.
    private static bool DrawsAfter(ReadOnlySpan<char> overrides, bool before)
    {
        var at = overrides.LastIndexOf("\\p");
        return at >= 0 && at + 2 < overrides.Length && char.IsAsciiDigit(overrides[at + 2])
            ? overrides[at + 2] != '0'
            : before;
    }

    private static string WithoutTags(string text)
    {
        var kept = new StringBuilder(text.Length);
        var small = false; // inside the small print of a ruby
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '<' || TagAt(text.AsSpan(at)) is not { IsEmpty: false } tag)
            {
                kept.Append(small && text[at] != '\n' ? "" : text[at]);
                continue;
            }

            small = IsNamed(tag, "rt") || (small && !IsNamed(tag, "/rt") && !IsNamed(tag, "/ruby"));
            kept.Append(IsNamed(tag, "br") ? "\n" : "");
            at += tag.Length + 1;
        }

        return kept.ToString();
    }

    /// <summary>Returns what stands between the angle brackets; empty where "&lt;" is only a sign in the text.</summary>
    private static ReadOnlySpan<char> TagAt(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestTag)].IndexOf('>');
        if (end < 2)
        {
            return default;
        }

        var inside = text[1..end];
        var isTime = char.IsAsciiDigit(inside[0]) && !inside.ContainsAnyExcept(TimeSigns) && inside.Contains(':');
        var isTag = char.IsAsciiLetter(inside[0]) || (inside[0] == '/' && (inside.Length == 1 || char.IsAsciiLetter(inside[1])));
        return (isTime || isTag) && !inside.Contains('<') ? inside : default;
    }

    private static bool IsNamed(ReadOnlySpan<char> tag, string name) =>
        tag.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (tag.Length == name.Length || !char.IsAsciiLetterOrDigit(tag[name.Length]));
}
