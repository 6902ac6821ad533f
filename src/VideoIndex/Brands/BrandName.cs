using System.Globalization;
using System.Text;
using VideoIndex.Search;

namespace VideoIndex.Brands;

/// <summary>What brands, logos, groups and attributes may be called, and when two names are the same.</summary>
public static class BrandName
{
    /// <summary>The most characters (UTF-16 units) of a name.</summary>
    public const int Longest = 200;

    /// <summary>The name of the logo that is meant where none is named.</summary>
    public const string MainLogo = "main";

    /// <summary>Returns a name as it is kept: without blanks around it, and with single blanks inside.</summary>
    /// <param name="thing">What is named, for the sentence: <c>brand</c>, <c>logo</c>, <c>group</c>, <c>attribute</c>.</param>
    /// <param name="text">What was typed.</param>
    /// <exception cref="BrandException"><c>bad-name</c>: it is empty, too long, or holds a character that cannot be shown.</exception>
    public static string Read(string thing, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (name.Length is 0 or > Longest)
        {
            throw new BrandException("bad-name", name.Length == 0 ? $"The name of a {thing} is empty." : $"The name of a {thing} is longer than {Longest} characters.");
        }

        return name.EnumerateRunes().Any(IsUnseen)
            ? throw new BrandException("bad-name", $"The name of a {thing} holds a character that cannot be shown.")
            : name;
    }

    /// <summary>Returns what a name is found by: its words as a search folds them. Two names that fold alike are one name.</summary>
    /// <remarks>A name without a letter or digit (<c>+</c>) stands for itself.</remarks>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = Words.In(name);
        return words.Count == 0 ? name.Trim() : string.Join(' ', words.Select(word => word.Folded));
    }

    // Joiners are part of how some scripts are written; other characters of this kind could make two names look alike, or steer a terminal.
    internal static bool IsUnseen(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D));
}
