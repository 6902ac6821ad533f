using System.Text;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Transcripts.Cues;

/// <summary>A word on its way into a cue: what is never broken.</summary>
/// <param name="Text">The word with its punctuation, without the space before it.</param>
/// <param name="HasSpace">Whether a space parts it from the word before.</param>
/// <param name="Span">When it is said.</param>
/// <param name="IsUnsure">Whether the model is not sure of it.</param>
internal readonly record struct CueWord(string Text, bool HasSpace, MediaSpan Span, bool IsUnsure)
{
    /// <summary>Gets its columns.</summary>
    public int Columns { get; } = TextWidth.Columns(Text);

    /// <summary>Returns the words of an utterance: its own, or where it has none, those of its text with its time shared out among them by their length.</summary>
    public static List<CueWord> Of(Utterance utterance, CueRules rules) => utterance.Words.Count > 0
        ? [.. utterance.Words.Where(word => !string.IsNullOrWhiteSpace(word.Text)).Select(word => Of(word, rules))]
        : Shared(utterance);

    private static CueWord Of(SpokenWord word, CueRules rules)
    {
        var text = rules.MarkUnsure ? UnsureWords.Marked(word) : word.Text;
        return new CueWord(text.Trim().Replace('\n', ' '), char.IsWhiteSpace(word.Text[0]), word.Span, word.IsUnsure);
    }

    private static List<CueWord> Shared(Utterance utterance)
    {
        var parts = Parts(utterance.Text).ToList();
        var all = Math.Max(1, parts.Sum(part => TextWidth.Columns(part.Text)));
        var (words, done) = (new List<CueWord>(parts.Count), 0);
        foreach (var (text, hasSpace) in parts)
        {
            var start = At(done);
            done += TextWidth.Columns(text);
            words.Add(new CueWord(text, hasSpace, new MediaSpan(start, At(done)), IsUnsure: false));
        }

        return words;

        MediaTime At(int columns) => utterance.Span.Start + new MediaDuration(utterance.Span.Duration.Seconds * new Rational(columns, all));
    }

    // At spaces, and where a script has none after each character, but never before punctuation.
    private static IEnumerable<(string Text, bool HasSpace)> Parts(string text)
    {
        var (part, hasSpace, isAfterWide) = (new StringBuilder(), false, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var isSpace = Rune.IsWhiteSpace(rune);
            var isWide = TextWidth.IsWide(rune) && Rune.IsLetter(rune);
            if (part.Length > 0 && (isSpace || isWide || (isAfterWide && Rune.IsLetterOrDigit(rune))))
            {
                yield return (part.ToString(), hasSpace);
                part.Clear();
                hasSpace = false;
            }

            hasSpace |= isSpace;
            isAfterWide = isWide;
            part.Append(isSpace ? "" : rune.ToString());
        }

        if (part.Length > 0)
        {
            yield return (part.ToString(), hasSpace);
        }
    }
}
