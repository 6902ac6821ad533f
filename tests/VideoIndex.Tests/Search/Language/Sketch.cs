using VideoIndex.Search.Language;

namespace VideoIndex.Tests.Search.Language;

/// <summary>Draws a question as it was understood, with every parenthesis, so that tests can say what they expect in a line.</summary>
internal static class Sketch
{
    public static string Of(Clause clause) => clause switch
    {
        TermClause term => $"{term.Field ?? ""}[{string.Join(" ", term.Wordings.Select(Of))}]{Conditions(term)}",
        AndClause all => $"({string.Join(" & ", all.Parts.Select(Of))})",
        OrClause any => $"({string.Join(" | ", any.Parts.Select(Of))})",
        NotClause none => $"!{Of(none.Part)}",
        TimeClause pair => $"({Of(pair.Left)} {pair.Relation}{(pair.Seconds is { } seconds ? $" {seconds}" : "")} {Of(pair.Right)})",
        LastingClause lasting => $"{{{Of(lasting.Part)} for {lasting.For.Comparison} {lasting.For.Value}}}",
        PickClause pick => $"{(pick.IsLast ? "last" : "first")} {Of(pick.Part)}",
        EvidenceClause { Test: LanguageTest test } => $"<{string.Join('/', test.Language)}>",
        EvidenceClause evidence => $"<{evidence.Test}>".Replace(" { ", "(", StringComparison.Ordinal).Replace(" }", ")", StringComparison.Ordinal),
        VideoClause { Test: DateTest test } => $"<{test.What} {test.Comparison} {test.From:yyyy-MM-dd}..{test.Until:yyyy-MM-dd}>",
        VideoClause { Test: MeasureTest test } => $"<{test.What} {test.Limit.Comparison} {test.Limit.Value}>",
        VideoClause { Test: FieldTest test } => $"<{test.Field.Name} {test.Comparison} {test.Value.Text}{test.Value.Number}{test.Value.Date:yyyy-MM-dd}>",
        VideoClause video => $"<{video.Test}>".Replace(" { ", "(", StringComparison.Ordinal).Replace(" }", ")", StringComparison.Ordinal),
        _ => throw new ArgumentException($"There is no such clause: {clause}.", nameof(clause)),
    };

    /// <summary>The same with all that equality asks for: the words as typed, the classes they stand for.</summary>
    public static string InFull(Clause clause) => Of(clause) + string.Concat(Terms(clause).SelectMany(term => term.Wordings).Select(
        wording => $"; {wording.Typed}={string.Join(',', wording.Labels)}"));

    public static IEnumerable<TermClause> Terms(Clause clause) => Parts(clause).OfType<TermClause>();

    public static IEnumerable<Clause> Parts(Clause clause) =>
    [
        clause, .. (clause switch
        {
            AndClause all => all.Parts,
            OrClause any => any.Parts,
            NotClause none => [none.Part],
            TimeClause pair => [pair.Left, pair.Right],
            LastingClause lasting => [lasting.Part],
            PickClause pick => [pick.Part],
            _ => [],
        }).SelectMany(Parts),
    ];

    private static string Of(Wording wording) => string.Join('+', wording.Words.Select(word => word.Match switch
    {
        WordMatch.Exact => $"={word.Folded}",
        WordMatch.Stem => word.Folded,
        WordMatch.Prefix => $"{word.Folded}*",
        _ => $"{word.Folded}~{word.Edits}",
    }));

    private static string Conditions(TermClause term) =>
        Limit("count", term.Conditions.Count) + Limit("for", term.Conditions.For) + Limit("area", term.Conditions.Area) + (term.Conditions.Zone is { } zone ? $" zone {zone}" : "");

    private static string Limit(string name, VideoIndex.Search.Conditions.Limit? limit) =>
        limit is { } asked ? $" {name} {asked.Comparison} {asked.Value}" : "";
}
