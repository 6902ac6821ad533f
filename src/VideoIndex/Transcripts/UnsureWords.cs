using System.Text;

namespace VideoIndex.Transcripts;

/// <summary>Marks the words a model was not sure of, as all outputs do: <c>we (meat?) again</c>.</summary>
public static class UnsureWords
{
    /// <summary>Returns what was said with its unsure words between <c>(</c> and <c>?)</c>; the text as it is where words have no confidence of their own.</summary>
    public static string Marked(Utterance utterance)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        if (!utterance.Words.Any(word => word.IsUnsure))
        {
            return utterance.Text;
        }

        var marked = new StringBuilder(utterance.Text.Length + 16);
        foreach (var word in utterance.Words)
        {
            marked.Append(Marked(word));
        }

        return marked.ToString().Trim();
    }

    /// <summary>Returns a word, between <c>(</c> and <c>?)</c> where it is unsure; the space before it and the punctuation behind it stay outside.</summary>
    public static string Marked(SpokenWord word)
    {
        var (text, start, end) = (word.Text, 0, word.Text.Length);
        while (start < end && !char.IsLetterOrDigit(text[start]) && !char.IsSurrogate(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]) && !char.IsSurrogate(text[end - 1]))
        {
            end--;
        }

        return word.IsUnsure && end > start ? $"{text[..start]}({text[start..end]}?){text[end..]}" : text;
    }

    /// <summary>Returns a stretch of a marked text so that no mark is cut in two: <c>meat</c> in <c>(meat?)</c> becomes the whole of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the stretch begins, in UTF-16 units.</param>
    /// <param name="end">Where it ends.</param>
    public static (int Start, int End) Whole(string text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        var closes = text.AsSpan(end).StartsWith("?)", StringComparison.Ordinal);
        var opens = start > 0 && text[start - 1] == '(' && (closes || text.AsSpan(start, end - start).Contains("?)", StringComparison.Ordinal));
        return (opens ? start - 1 : start, closes && text.AsSpan(0, end).LastIndexOf('(') >= 0 ? end + 2 : end);
    }
}
