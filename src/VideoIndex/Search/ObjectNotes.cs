using VideoIndex.Objects;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Tags;

namespace VideoIndex.Search;

/// <summary>Says when a question asks for a class of things no detector is known to know.</summary>
public static class ObjectNotes
{
    private const int MostNear = 3;

    /// <summary>Returns a sentence for each such class, naming those whose names are near.</summary>
    public static IReadOnlyList<string> Of(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return
        [
            .. question.Terms().Where(term => term.Field == TagKinds.Objects).SelectMany(term => term.Wordings).Where(IsNoClass).Select(wording => wording.Typed).Distinct()
                .Select(words => $"No detector is known to know '{words}'. {Hint([.. Near(words.ToLowerInvariant())])}"),
        ];
    }

    // A beginning or a misspelling is looked for among the labels there are.
    private static bool IsNoClass(Wording wording) =>
        wording is { Labels: [], Alternatives: [] } && !wording.Words.Any(word => word.Match is WordMatch.Prefix or WordMatch.Fuzzy);

    private static string Hint(IReadOnlyList<string> near) => near is []
        ? "The classes are in docs/objects.md."
        : $"Did you mean {string.Join(" or ", near)}?";

    private static IEnumerable<string> Near(string words) => ObjectClasses.Names.Concat(ObjectClasses.Kinds.Keys).Distinct()
        .Select(name => (Name: name, Distance: QueryField.Distance(name, words)))
        .Where(one => one.Distance <= Math.Min(2, words.Length / 2) || (words.Length > 2 && one.Name.Contains(words, StringComparison.Ordinal)))
        .OrderBy(one => one.Distance).Select(one => one.Name).Take(MostNear);
}
