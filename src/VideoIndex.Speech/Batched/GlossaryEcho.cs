namespace VideoIndex.Speech.Batched;

/// <summary>
/// Knows a glossary that is only repeated: a model that was told names, and then hears noise, may write the names down as they were told. Three of them
/// in a row, in the order they were told and with nothing else, are taken for that.
/// </summary>
/// <param name="glossary">The names, as they were told.</param>
internal sealed class GlossaryEcho(IEnumerable<string> glossary)
{
    private const int Least = 3;
    private readonly string[] _names = [.. glossary.Select(Letters).Where(name => name.Length > 0)];

    /// <summary>Returns whether a text is nothing but names in the order they were told.</summary>
    public bool Is(string text)
    {
        var letters = Letters(text);
        return letters.Length > 0 && Enumerable.Range(0, _names.Length).Any(first => IsFrom(first, letters));
    }

    private bool IsFrom(int first, ReadOnlySpan<char> letters)
    {
        for (var at = first; at < _names.Length && letters.StartsWith(_names[at], StringComparison.Ordinal); at++)
        {
            letters = letters[_names[at].Length..];
            if (letters.IsEmpty)
            {
                return at - first + 1 >= Least;
            }
        }

        return false;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
