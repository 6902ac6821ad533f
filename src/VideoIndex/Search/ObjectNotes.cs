using VideoIndex.Objects;
using VideoIndex.Tags;

namespace VideoIndex.Search;

/// <summary>Says when a question asks for a class of things no detector is known to know.</summary>
public static class ObjectNotes
{
    private const int MostNear = 3;

    /// <summary>Returns a sentence for each such class, naming those whose names are near.</summary>
    public static IReadOnlyList<string> Of(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return
        [
            .. query.Terms.Where(term => term is { Field: TagKinds.Objects, Prefix: false, IsAny: false, Labels: [] }).Select(term => term.Words).Distinct()
                .Select(words => $"No detector is known to know '{words}'. {Hint([.. Near(words.ToLowerInvariant())])}"),
        ];
    }

    private static string Hint(IReadOnlyList<string> near) => near is []
        ? "The classes are in docs/objects.md."
        : $"Did you mean {string.Join(" or ", near)}?";

    private static IEnumerable<string> Near(string words) => ObjectClasses.Names.Concat(ObjectClasses.Kinds.Keys).Distinct()
        .Select(name => (Name: name, Distance: QueryField.Distance(name, words)))
        .Where(one => one.Distance <= Math.Min(2, words.Length / 2) || (words.Length > 2 && one.Name.Contains(words, StringComparison.Ordinal)))
        .OrderBy(one => one.Distance).Select(one => one.Name).Take(MostNear);
}
