using VideoIndex.Search;

namespace VideoIndex.Sqlite.Search;

/// <summary>The terms of a question that one utterance, one tag, one shot or one video must answer together: those of one field, but for those that stand alone.</summary>
/// <param name="Field">The field; null for terms without one.</param>
/// <param name="Terms">The terms, each with at least one word.</param>
internal sealed record TermGroup(string? Field, IReadOnlyList<QueryTerm> Terms)
{
    /// <summary>Parts a question by field, in the order the fields are first named.</summary>
    public static IReadOnlyList<TermGroup> Of(Query query) =>
    [
        .. query.Terms
            .Where(term => Words.In(term.Words).Count > 0)
            .Index()
            .GroupBy(term => (term.Item.Field, Alone: term.Item.StandsAlone ? term.Index : -1), term => term.Item)
            .Select(group => new TermGroup(group.Key.Field, [.. group])),
    ];

    /// <summary>Gets the question in the language of FTS5: <c>{say} : ("second half" AND "goal" *)</c>.</summary>
    /// <remarks>Words are letters, digits and marks alone, so nothing a person types can be taken for FTS5's own signs.</remarks>
    public string Expression
    {
        get
        {
            var columns = Field switch
            {
                null => "say text logo object tag video",
                "video" => "video path",
                _ => Field,
            };
            return $"{{{columns}}} : ({string.Join(" AND ", Terms.Select(Quoted))})";
        }
    }

    /// <summary>Gets the phrase that may run from one utterance into the next, in the language of FTS5; null where the group is no such phrase.</summary>
    public string? AcrossExpression => Field is null or "say" && Terms is [var phrase] && Words.In(phrase.Words).Count > 1 ? $"{{across}} : {Quoted(phrase)}" : null;

    private static string Quoted(QueryTerm term) => $"\"{string.Join(' ', Words.In(term.Words).Select(word => word.Folded))}\"{(term.Prefix ? " *" : "")}";
}
