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
        var having = counts.Having.GetEnumerator();
        var lines = new List<string>();
        foreach (var term in question.Terms())
        {
            var wordings = term.Wordings.Select(wording => (wording, Having: having.MoveNext() ? having.Current : (long?)null)).ToList();
            var where = term.Field is { } field ? $"{field}:" : "everywhere plain words search";
            lines.Add($"Term '{question.AsTyped(term)}' in {where}: {(wordings is [] ? "any" : string.Join("; and ", wordings.Select(one => Spelled(one.wording, one.Having))))}.");
        }

        return lines;
    }

    private static string Spelled(Wording wording, long? having)
    {
        var classes = wording.Labels is [] ? "" : $", which are the classes {Some(wording.Labels)}";
        var same = wording.Alternatives is [] ? "" : $", or {Some([.. wording.Alternatives.Select(other => other.Typed)])}";
        return $"{string.Join(' ', wording.Words.Select(Spelled))}{classes}{same}{(having is { } number ? string.Create(CultureInfo.InvariantCulture, $" ({number:N0} things)") : "")}";
    }

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
