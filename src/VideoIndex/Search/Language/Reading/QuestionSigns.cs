namespace VideoIndex.Search.Language.Reading;

/// <summary>The signs of the language. Full-width and curly forms count as the plain ones.</summary>
internal static class QuestionSigns
{
    /// <summary>Returns whether a phrase begins or ends here.</summary>
    public static bool IsQuote(char sign) => sign is '"' or '\uFF02' or '\u201C' or '\u201D' or '\u201E';

    /// <summary>Returns whether a phrase that one sign opened ends with another.</summary>
    public static bool Closes(char opening, char sign) =>
        opening is '"' or '\uFF02' ? sign == opening : sign is '\u201C' or '\u201D';

    /// <summary>Returns whether a parenthesis opens.</summary>
    public static bool IsOpening(char sign) => sign is '(' or '\uFF08';

    /// <summary>Returns whether a parenthesis closes.</summary>
    public static bool IsClosing(char sign) => sign is ')' or '\uFF09';

    /// <summary>Returns whether a field ends.</summary>
    public static bool IsColon(char sign) => sign is ':' or '\uFF1A';

    /// <summary>Returns whether a word may go on.</summary>
    public static bool IsStar(char sign) => sign is '*' or '\uFF0A';

    /// <summary>Returns whether a word may be misspelt.</summary>
    public static bool IsTilde(char sign) => sign is '~' or '\uFF5E';

    /// <summary>Returns whether what follows is left out.</summary>
    public static bool IsMinus(char sign) => sign is '-' or '\uFF0D';

    /// <summary>Returns whether one value or another will do.</summary>
    public static bool IsBar(char sign) => sign is '|' or '\uFF5C';

    /// <summary>Returns whether a word ends before this sign, whatever it is.</summary>
    public static bool EndsWord(char sign) => char.IsWhiteSpace(sign) || IsQuote(sign);
}
