using VideoIndex.Brands;

namespace VideoIndex.Search.Language.Reading.Values;

/// <summary>Shows people what they typed.</summary>
internal static class TypedText
{
    private const int Longest = 40;

    /// <summary>Returns a text that can stand in a sentence: cut down to 40 characters, with a ? for each that cannot be seen.</summary>
    public static string Shown(string text)
    {
        var cut = text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
        return string.Concat(cut.EnumerateRunes().Select(rune => BrandName.IsUnseen(rune) || rune.Value is 0xFFFD or > 0xFFFF ? "?" : rune.ToString()));
    }
}
