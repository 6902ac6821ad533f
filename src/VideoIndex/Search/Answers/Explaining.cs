using System.Globalization;
using VideoIndex.Search.Language;

namespace VideoIndex.Search.Answers;

/// <summary>Says how a question was understood: for each term what it looks for, and where.</summary>
public static class Explaining
{
    private const int MostShown = 12;

    /// <summary>Returns the lines.</summary>
    /// <param name="question">The question.</param>
    /// <param name="counts">How common its words are; only shown where it knows.</param>
    public static IReadOnlyList<string> Of(Question question, WordCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var having = Relevance.Patterns(question).Zip(counts.Having).ToDictionary();
        return [.. question.Terms().Select(term => $"Term '{question.AsTyped(term)}' in {Where(term)}: {What(term, having)}.")];
    }

    private static string Where(TermClause term) => term.Field is { } field ? $"{field}:" : "everywhere plain words search";

    private static string What(TermClause term, Dictionary<WordPattern, long> having) =>
        term.Wordings is [] ? "any" : string.Join("; and ", term.Wordings.Select(wording => Spelled(wording, having)));

    private static string Spelled(Wording wording, Dictionary<WordPattern, long> having)
    {
        var classes = wording.Labels is [] ? "" : $", which are the classes {Some(wording.Labels)}";
        var same = wording.Alternatives is [] ? "" : $", or {Some([.. wording.Alternatives.Select(other => other.Typed)])}";
        return $"{string.Join(' ', wording.Words.Select(word => Spelled(word) + Number(word, having)))}{classes}{same}";
    }

    private static string Number(WordPattern word, Dictionary<WordPattern, long> having) =>
        having.TryGetValue(word, out var number) ? string.Create(CultureInfo.InvariantCulture, $" ({number:N0} things)") : "";

    private static string Spelled(WordPattern word) => word.Match switch
    {
        WordMatch.Stem => $"'{word.Folded}' with any ending",
        WordMatch.Prefix => $"'{word.Folded}' and what it begins",
        WordMatch.Fuzzy => string.Create(CultureInfo.InvariantCulture, $"'{word.Folded}' misspelt in up to {word.Edits} letters"),
        _ => $"'{word.Folded}'",
    };

    private static string Some(IReadOnlyList<string> words) =>
        string.Join(", ", words.Take(MostShown)) + (words.Count > MostShown ? string.Create(CultureInfo.InvariantCulture, $" and {words.Count - MostShown} more") : "");
}
