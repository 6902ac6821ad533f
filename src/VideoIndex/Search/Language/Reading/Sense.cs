using VideoIndex.Timing;

namespace VideoIndex.Search.Language.Reading;

/// <summary>Puts clauses together, and refuses what makes no sense of them.</summary>
internal static class Sense
{
    /// <summary>Returns what holds where all parts do.</summary>
    public static Clause And(IReadOnlyList<Clause> parts)
    {
        if (parts is [var single])
        {
            return single;
        }

        return Spanning(new AndClause(parts.All(part => part is NotClause) ? [.. parts.Select(Alone)] : parts), parts);
    }

    /// <summary>Returns what holds where one of the parts does.</summary>
    public static Clause Or(IReadOnlyList<Clause> parts)
    {
        if (parts is [var single])
        {
            return single;
        }

        var evidence = parts.Where(part => part.Level() == ClauseLevel.Evidence).ToList();
        return evidence.Count == 0 || evidence.Count == parts.Count
            ? Spanning(new OrClause([.. parts.Select(Alone)]), parts)
            : throw new QueryException(
                "mixed-or", evidence[0].At, "confidence:, by:, status:, language: and speaker: say which evidence counts and cannot be one side of OR beside words; write them beside the words they are meant for, in parentheses.");
    }

    /// <summary>Returns what is left where a part does not hold. What is left out twice is there.</summary>
    public static Clause Not(Clause part, int at) =>
        part is NotClause twice ? twice.Part : new NotClause(part) { At = at, Length = part.At + part.Length - at };

    /// <summary>Returns a clause that can stand where nothing is there to be left out from.</summary>
    /// <exception cref="QueryException">It leaves out moments.</exception>
    public static Clause Alone(Clause clause) => clause is NotClause && clause.Level() == ClauseLevel.Moments
        ? throw new QueryException("only-not", clause.At, "NOT leaves something out, and there is nothing here to leave it out from: write what to find before it: goal NOT replay.")
        : clause;

    /// <summary>Returns a clause that has moments.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="operation">The operator that asks for them.</param>
    public static Clause Moments(Clause clause, string operation) => Alone(clause).Level() == ClauseLevel.Moments
        ? clause
        : throw new QueryException(
            "not-a-moment",
            clause.At,
            $"{operation} is asked of moments, and this only chooses {(clause.Level() == ClauseLevel.Evidence ? "evidence" : "videos")}; write it beside words, in parentheses, or with AND.");

    /// <summary>Returns a clause of what can be seen.</summary>
    public static Clause Picture(Clause clause) => Hidden(Moments(clause, "WITH")) is { } hidden
        ? throw new QueryException("no-picture", hidden.At, $"WITH asks what one frame shows, and nothing in {hidden.Field}: is seen in the picture. Did you mean AND?")
        : clause;

    // The first term that decides when, and is of nothing that is seen.
    private static TermClause? Hidden(Clause clause) => clause switch
    {
        TermClause term => term.Field is null || QueryField.Seen.Contains(term.Field) ? null : term,
        AndClause all => all.Parts.FirstOrDefault(part => part is not NotClause && part.Level() == ClauseLevel.Moments) is { } decides ? Hidden(decides) : null,
        OrClause any => any.Parts.Select(Hidden).FirstOrDefault(hidden => hidden is not null),
        TimeClause { Relation: TimeRelation.Then } pair => Hidden(pair.Left) ?? Hidden(pair.Right),
        TimeClause pair => Hidden(pair.Left),
        LastingClause lasting => Hidden(lasting.Part),
        PickClause pick => Hidden(pick.Part),
        _ => null,
    };

    /// <summary>Returns a clause with its place in the question: from the start of the first of its parts to the end of the last.</summary>
    public static Clause Spanning(Clause clause, IReadOnlyList<Clause> parts) =>
        clause with { At = parts.Min(part => part.At), Length = parts.Max(part => part.At + part.Length) - parts.Min(part => part.At) };

    /// <summary>Returns two in time.</summary>
    /// <param name="operation">The operator between them.</param>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    /// <param name="seconds">How far apart at most, in seconds; null for any.</param>
    public static Clause Timed(string operation, Clause left, Clause right, Rational? seconds)
    {
        var relation = operation switch
        {
            "THEN" => TimeRelation.Then,
            "DURING" => TimeRelation.During,
            "BEFORE" => TimeRelation.Before,
            "AFTER" => TimeRelation.After,
            "WITH" => TimeRelation.With,
            _ => TimeRelation.Within,
        };
        return Spanning(new TimeClause(relation, left, right, seconds), [left, right]);
    }
}
