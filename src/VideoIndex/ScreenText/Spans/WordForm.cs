namespace VideoIndex.ScreenText.Spans;

/// <summary>What of a word counts when words are compared: its letters and digits, in capitals.</summary>
internal static class WordForm
{
    // What readers see in lines, edges and stains beside a word.
    private const string Stains = "|~_=\\<>«»{}[]*^`´•‘’“”";

    private const string Vowels = "AEIOUYÄÖÜÀÁÂÃÅÆÈÉÊËÌÍÎÏÒÓÔÕØÙÚÛÝ";

    /// <summary>Returns the letters and digits of a word, in capitals.</summary>
    public static string Core(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));

    /// <summary>Returns a word without what is not part of it.</summary>
    public static string Clean(string text) => text.Trim(Stains.ToCharArray());

    /// <summary>Returns whether a word can be said, or is a number, or is not written in Latin letters.</summary>
    public static bool IsSayable(string core) =>
        core.Any(letter => char.IsDigit(letter) || letter > 'ɏ' || Vowels.Contains(letter, StringComparison.Ordinal));

    /// <summary>
    /// Returns whether two words, given as <see cref="Core"/> returns them, may be one that was read twice: of three letters one
    /// may differ, of six two. Digits may not: 45:12 is not 45:13.
    /// </summary>
    public static bool Alike(string one, string other)
    {
        var longest = Math.Max(one.Length, other.Length);
        return one == other
            || (longest >= 3 && Math.Abs(one.Length - other.Length) <= longest / 3
                && one.Where(char.IsDigit).SequenceEqual(other.Where(char.IsDigit))
                && Distance(one, other) <= longest / 3);
    }

    /// <summary>Returns how many letters must be added, left out or changed to make one of the other (V. Levenshtein, 1966).</summary>
    public static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var corner = row[0];
            row[0] = at;
            for (var to = 1; to <= other.Length; to++)
            {
                var change = corner + (one[at - 1] == other[to - 1] ? 0 : 1);
                corner = row[to];
                row[to] = Math.Min(change, Math.Min(row[to], row[to - 1]) + 1);
            }
        }

        return row[^1];
    }
}
