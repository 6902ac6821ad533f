using System.Globalization;
using VideoIndex.Metadata;
using VideoIndex.Objects;
using VideoIndex.Search.Stemming;
using VideoIndex.Tags;

namespace VideoIndex.Search.Language.Reading;

/// <summary>Reads a word or a phrase with what may follow it at once: <c>goal*</c>, <c>gaol~</c>, <c>"what a gaol"~1</c>.</summary>
internal sealed class WordingReader(StemLanguages languages)
{
    /// <summary>The most letters that may differ.</summary>
    public const int MostEdits = 2;

    /// <summary>Returns how many letters of a word may differ where nobody says: none of one or two, one of up to five, else two.</summary>
    public static int EditsOf(string folded) => folded.EnumerateRunes().Count() switch { <= 2 => 0, <= 5 => 1, _ => MostEdits };

    /// <summary>Reads the wording that stands here; null where only punctuation does.</summary>
    /// <param name="scanner">Where to read.</param>
    /// <param name="field">The field it is looked for in; null for everywhere.</param>
    /// <param name="isAny">Whether any thing will do: a star stood alone, or <c>any</c> in a field where that means so.</param>
    public Wording? Read(QuestionScanner scanner, string? field, out bool isAny)
    {
        var (from, quoted) = (scanner.At, scanner.Sees(QuestionSigns.IsQuote));
        var typed = quoted ? scanner.ReadQuoted() : scanner.ReadBare();
        var mark = quoted ? ReadMark(scanner) : "";
        return Of(typed, mark, quoted, field, from, out isAny);
    }

    /// <summary>Returns the wording of a text; null where it has no words.</summary>
    public Wording? Of(string typed, string mark, bool isQuoted, string? field, int at, out bool isAny)
    {
        if (!isQuoted)
        {
            (typed, mark) = Split(typed);
        }

        isAny = (!isQuoted && typed.Length == 0 && mark is "*") || (mark is "" && IsAny(field, typed));
        var words = Words.In(QueryField.SpelledIn(field, typed));
        if (words.Count == 0 || isAny)
        {
            return null;
        }

        var edits = mark is ['~', .. var number] ? Edits(number, at) : null;
        var patterns = words.Select((word, place) =>
            mark is "*" && place == words.Count - 1 ? new WordPattern(word.Folded, WordMatch.Prefix)
            : mark is ['~', ..] ? new WordPattern(word.Folded, WordMatch.Fuzzy, edits ?? EditsOf(word.Folded))
            : isQuoted ? new WordPattern(word.Folded)
            : new WordPattern(word.Folded, WordMatch.Stem, 0, languages));
        return new Wording(typed, [.. patterns]) { Labels = field == TagKinds.Objects && mark is "" ? ObjectVocabulary.Meant(typed) : [] };
    }

    private static bool IsAny(string? field, string typed) => field switch
    {
        TagKinds.Objects => typed.Equals("any", StringComparison.OrdinalIgnoreCase),
        TagKinds.Faces => FieldText.Folded(typed) is "any" or "face" or "faces",
        _ => false,
    };

    // A word and what follows it: * or ~ or ~2.
    private static (string Word, string Mark) Split(string bare)
    {
        var word = bare.TrimEnd('*', '\uFF0A');
        if (word.Length < bare.Length)
        {
            return (word, "*");
        }

        var tilde = bare.LastIndexOfAny(['~', '\uFF5E']);
        return tilde > 0 && bare.AsSpan(tilde + 1).IndexOfAnyExceptInRange('0', '9') < 0
            ? (bare[..tilde], "~" + bare[(tilde + 1)..])
            : (bare, "");
    }

    private static string ReadMark(QuestionScanner scanner)
    {
        if (scanner.Sees(QuestionSigns.IsStar))
        {
            scanner.At++;
            return "*";
        }

        if (!scanner.Sees(QuestionSigns.IsTilde))
        {
            return "";
        }

        var from = ++scanner.At;
        while (scanner.Sees(char.IsAsciiDigit))
        {
            scanner.At++;
        }

        return "~" + scanner.Text[from..scanner.At];
    }

    private static int? Edits(string number, int at) => number.Length == 0 ? null
        : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var edits) && edits <= MostEdits ? edits
        : throw new QueryException("bad-fuzzy", at, $"At most {MostEdits} letters may differ: write gaol~1 or gaol~2; put the word in quotes to search for it as it is.");
}
