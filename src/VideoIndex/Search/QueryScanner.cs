using VideoIndex.Search.Conditions;
using VideoIndex.Tags;

namespace VideoIndex.Search;

/// <summary>Walks through a question term by term. Full-width and curly forms of its signs count as the plain ones.</summary>
internal sealed class QueryScanner(string text, int at = 0)
{
    /// <summary>Gets where the scanner stands: after the last term it returned.</summary>
    public int At { get; private set; } = at;

    private bool AtEnd => At >= text.Length;

    /// <summary>Returns the next term, its field in lower case and not yet checked; null at the end.</summary>
    /// <exception cref="QueryException">A quote is opened and not closed.</exception>
    public QueryTerm? Next()
    {
        while (!AtEnd && char.IsWhiteSpace(text[At]))
        {
            At++;
        }

        if (AtEnd)
        {
            return null;
        }

        var start = At;
        var conditions = new ConditionScanner(text, At);
        if (conditions.Begins() is { } name)
        {
            throw new QueryException("bad-condition", start, $"{name} asks something of the term before it, and there is none; put it in quotes to search for the word.");
        }

        var term = ReadCounted(start) ?? ReadTerm(start);
        conditions = new ConditionScanner(text, At);
        var asked = conditions.ReadAll(term.Conditions);
        At = conditions.At;
        return term with { Conditions = asked };
    }

    private QueryTerm ReadTerm(int start)
    {
        var field = ReadField();
        return !AtEnd && IsQuote(text[At])
            ? new QueryTerm(field, QueryField.SpelledIn(field, ReadQuoted()), ReadStar(), start)
            : ReadBare(field, start);
    }

    // count(car) >= 5
    private QueryTerm? ReadCounted(int start)
    {
        const string Opening = "count(";
        if (string.Compare(text, At, Opening, 0, Opening.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return null;
        }

        var (from, close) = (At + Opening.Length, text.IndexOf(')', At));
        if (close < 0)
        {
            throw new QueryException("bad-condition", from - 1, "This parenthesis is not closed: write count(person) >= 5.");
        }

        var number = new ConditionScanner(text, close + 1);
        var (words, count) = (text[from..close].Trim(), number.ReadCount());
        At = number.At;
        var field = words.ToLowerInvariant() is "face" or "faces" ? TagKinds.Faces : TagKinds.Objects;
        return Words.In(words).Count > 0
            ? new QueryTerm(field, words, false, start) { Conditions = TermConditions.None with { Count = count } }
            : throw new QueryException("nothing-to-find", from, "Nothing to count stands in count(): write count(person) >= 5.");
    }

    private string? ReadField()
    {
        var end = At;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        if (end == At || end == text.Length || text[end] is not (':' or '\uFF1A'))
        {
            return null;
        }

        var field = QueryField.Spelled(text[At..end].ToLowerInvariant());
        At = end + 1;
        return field;
    }

    private string ReadQuoted()
    {
        var opened = At++;
        while (!AtEnd && !Closes(text[opened], text[At]))
        {
            At++;
        }

        return AtEnd
            ? throw new QueryException("unbalanced-quote", opened, "This quote is not closed: add another \" where the phrase ends.")
            : text[(opened + 1)..At++];
    }

    private QueryTerm ReadBare(string? field, int start)
    {
        var from = At;
        while (!AtEnd && !char.IsWhiteSpace(text[At]) && !IsQuote(text[At]))
        {
            At++;
        }

        var words = text[from..At];
        var bare = words.TrimEnd('*', '\uFF0A');
        return new QueryTerm(field, QueryField.SpelledIn(field, bare), bare.Length < words.Length, start);
    }

    private bool ReadStar()
    {
        var star = !AtEnd && text[At] is ('*' or '\uFF0A');
        At += star ? 1 : 0;
        return star;
    }

    private static bool IsQuote(char sign) => sign is '"' or '\uFF02' or '\u201C' or '\u201D' or '\u201E';

    private static bool Closes(char opening, char sign) =>
        opening is '"' or '\uFF02' ? sign == opening : sign is '\u201C' or '\u201D';
}
