
namespace VideoIndex.Search.Language.Writing;

/// <summary>Writes a question as text: one way for each meaning, with parentheses only where the order of operators needs them.</summary>
/// <remarks>
/// What <see cref="QuestionParser"/> makes of the text is the question again, but for places in it, and for the case of plain words that look like operators. That holds
/// for all it can make itself; clauses that no text stands for (a plain word with a space in it, a term of several words with conditions) are written as near as can be.
/// Synonyms, and the endings words may have, come from the library and are not written.
/// </remarks>
public static class QuestionWriter
{
    // How tightly things bind: what stands inside something that binds tighter is put in parentheses.
    private enum Binding
    {
        Or,
        And,
        Pick,
        Time,
        With,
        SideBySide,
        Unit,
    }

    /// <summary>Returns a question's clause as text.</summary>
    public static string Write(Clause clause) => Write(clause, Binding.Or);

    private static string Write(Clause clause, Binding inside) => clause switch
    {
        AndClause all when inside is > Binding.And and < Binding.SideBySide => SideBySide(all.Parts),
        _ when BindingOf(clause) < inside => $"({Write(clause, Binding.Or)})",
        AndClause all => string.Join(" AND ", all.Parts.Select(part => Write(part, Binding.Pick))),
        OrClause any => string.Join(" OR ", any.Parts.Select(part => Write(part, Binding.And))),
        NotClause none => $"NOT {Write(none.Part, Binding.Unit)}",
        TimeClause pair => Write(pair),
        LastingClause lasting => $"({Write(lasting.Part)}) FOR {NumberWriter.Limit(lasting.For, NumberWriter.Length)}",
        PickClause pick => $"{(pick.IsLast ? "LAST" : "FIRST")} {Write(pick.Part, Binding.Pick)}",
        TermClause term => TermWriter.Write(term),
        EvidenceClause evidence => ValueWriter.Write(evidence.Test),
        VideoClause video => ValueWriter.Write(video.Test),
        _ => throw new ArgumentException($"There is no way to write a {clause?.GetType().Name}.", nameof(clause)),
    };

    private static Binding BindingOf(Clause clause) => clause switch
    {
        OrClause => Binding.Or,
        AndClause => Binding.And,
        PickClause => Binding.Pick,
        TimeClause { Relation: TimeRelation.With } => Binding.With,
        TimeClause => Binding.Time,
        NotClause or TermClause { Wordings.Count: > 1 } => Binding.SideBySide,
        _ => Binding.Unit,
    };

    private static string Write(TimeClause pair)
    {
        var (own, next) = pair.Relation == TimeRelation.With ? (Binding.With, Binding.SideBySide) : (Binding.Time, Binding.With);
        var (left, right) = (Write(pair.Left, own), Write(pair.Right, pair.Right is AndClause ? own : next));
        var seconds = pair.Seconds is { } length ? NumberWriter.Length(length) : null;
        return pair.Relation switch
        {
            TimeRelation.Within => $"{left} WITHIN {seconds} OF {right}",
            TimeRelation.Then when seconds is not null => $"{left} THEN {right} WITHIN {seconds}",
            var relation => $"{left} {relation.ToString().ToUpperInvariant()} {right}",
        };
    }

    // Words of one field that are not one term already would become one: all but the first stand in parentheses.
    private static string SideBySide(IReadOnlyList<Clause> parts)
    {
        var fields = new HashSet<string>();
        return string.Join(' ', parts.Select(part =>
            part is TermClause term && Reading.SideBySide.Joins(term) && !fields.Add(term.Field ?? "") ? $"({Write(part)})" : Write(part, Binding.SideBySide)));
    }
}
