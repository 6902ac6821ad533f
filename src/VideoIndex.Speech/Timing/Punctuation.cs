namespace VideoIndex.Speech.Timing;

/// <summary>The marks that cling to a word: those before it, and those behind it.</summary>
/// <param name="Before">Marks that open something: quotes, brackets.</param>
/// <param name="Behind">Marks that close something, or end it.</param>
/// <remarks>
/// A piece counts as marks when it is found inside one of these strings, as in the official program: so does an empty piece, and so do
/// neighbours such as <c>)]</c>.
/// </remarks>
public sealed record Punctuation(string Before, string Behind)
{
    /// <summary>The marks that end a sentence.</summary>
    internal const string SentenceEnds = ".。!！?？";

    /// <summary>Gets the marks the official program uses.</summary>
    public static Punctuation Usual { get; } = new("\"'“¿([{-", "\"'.。,，!！?？:：”)]}、");

    /// <summary>Returns whether a piece is nothing but marks.</summary>
    internal bool Holds(string piece) => IsIn(piece, Before + Behind);

    /// <summary>Returns whether a piece is found in a string of marks.</summary>
    internal static bool IsIn(string piece, string marks) => marks.Contains(piece, StringComparison.Ordinal);

    /// <summary>
    /// Joins marks to the words they cling to. What was joined stays, without text and tokens, so that the number of words is the same; no time changes.
    /// </summary>
    internal void Join(IList<TimedWord> words)
    {
        for (int i = words.Count - 2, following = words.Count - 1; i >= 0; i--)
        {
            if (words[i].Text.StartsWith(' ') && IsIn(words[i].Text.Trim(), Before))
            {
                Move(words, i, following, behind: false);
            }
            else
            {
                following = i;
            }
        }

        for (int i = 1, previous = 0; i < words.Count; i++)
        {
            if (!words[previous].Text.EndsWith(' ') && IsIn(words[i].Text, Behind))
            {
                Move(words, i, previous, behind: true);
            }
            else
            {
                previous = i;
            }
        }
    }

    private static void Move(IList<TimedWord> words, int from, int to, bool behind)
    {
        var (first, second) = behind ? (words[to], words[from]) : (words[from], words[to]);
        words[to] = words[to] with { Text = first.Text + second.Text, Tokens = [.. first.Tokens, .. second.Tokens] };
        words[from] = words[from] with { Text = "", Tokens = [] };
    }
}
