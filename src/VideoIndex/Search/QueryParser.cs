using VideoIndex.Faces;
using VideoIndex.Tags;

namespace VideoIndex.Search;

/// <summary>
/// Reads what people type: words, <c>"phrases"</c>, <c>prefix*</c>, <c>field:word</c>, <c>field:"a phrase"</c>, <c>count(class) >= number</c>, each
/// followed by what more is asked of it: <c>FOR</c>, <c>AREA</c>, <c>ZONE</c>. Every term must hold.
/// </summary>
public static class QueryParser
{
    /// <summary>The longest question, in UTF-16 units.</summary>
    public const int MaxLength = 1000;

    /// <summary>The most terms in a question.</summary>
    public const int MaxTerms = 32;

    /// <summary>Reads a question. Words that are only punctuation are passed over.</summary>
    /// <exception cref="QueryException">It cannot be understood; the exception points at the character.</exception>
    public static Query Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new QueryException("query-too-long", MaxLength, $"A search takes at most {MaxLength} characters.");
        }

        var terms = new List<QueryTerm>();
        var scanner = new QueryScanner(text);
        while (scanner.Next() is { } term)
        {
            if (Check(term))
            {
                terms.Add(term);
            }

            if (terms.Count > MaxTerms)
            {
                throw new QueryException("query-too-long", term.At, $"A search takes at most {MaxTerms} terms.");
            }
        }

        return terms.Count > 0
            ? new Query(text, terms)
            : throw new QueryException("empty-query", 0, "There is nothing to search for: type a word, or \"a phrase\".");
    }

    /// <summary>Returns a term as it was typed, with its field, quotes and star; its words, where it was not typed.</summary>
    public static string AsTyped(Query query, QueryTerm term)
    {
        try
        {
            var scanner = new QueryScanner(query.Text, Math.Clamp(term.At, 0, query.Text.Length));
            return scanner.Next() == term ? query.Text[term.At..scanner.At] : term.Words;
        }
        catch (QueryException)
        {
            return term.Words;
        }
    }

    private static void CheckFace(QueryTerm term)
    {
        if (term.Field == TagKinds.Faces && Words.In(term.Words) is [_, ..] words
            && string.Join(' ', words.Select(word => word.Folded)) is not ("any" or "face" or "faces"))
        {
            throw new QueryException(FaceRecognition.Code, term.At, FaceRecognition.Sentence);
        }
    }

    private static bool Check(QueryTerm term)
    {
        if (term.Field is { } field && !QueryField.All.Contains(field))
        {
            var fields = string.Join(", ", QueryField.All.SkipLast(1).Select(name => name + ":")) + $" and {QueryField.All[^1]}:";
            var meant = QueryField.Nearest(field) is { } nearest ? $" Did you mean {nearest}:?" : "";
            throw new QueryException(
                "unknown-field",
                term.At,
                $"There is no field {field}:.{meant} The fields are {fields}; "
                + "put the words in quotes to search for them as they are.");
        }

        CheckFace(term);
        if (term.Conditions.AsksForPlace && term.Field is not (null or TagKinds.Text or TagKinds.Logo or TagKinds.Objects or TagKinds.Faces))
        {
            throw new QueryException(
                "no-place", term.At, $"AREA and ZONE ask where something is in the picture, and nothing in {term.Field}: has a place there; text:, logo:, object: and face: have.");
        }

        var found = Words.In(term.Words).Count > 0;
        return found || term.Field is null
            ? found
            : throw new QueryException(
                "nothing-to-find", term.At, $"Nothing to find follows {term.Field}: - type a word right after the colon.");
    }
}
