using VideoIndex.Search.Conditions;

namespace VideoIndex.Search.Language.Reading.Values;

/// <summary>Reads what follows the colon of a field that has values: <c>>=2026-01-01</c>, <c>human|model:whisper-base</c>, <c>"Ada L."</c>.</summary>
internal sealed class ValueScanner(QuestionScanner scanner, string field, int start)
{
    /// <summary>Gets the field's name.</summary>
    public string Field { get; } = field;

    /// <summary>Reads the comparison that stands here; null where none does.</summary>
    public Comparison? ReadComparison()
    {
        var from = scanner.At;
        while (scanner.Sees(sign => sign is '<' or '>' or '=' or '\u2264' or '\u2265'))
        {
            scanner.At++;
        }

        if (scanner.At == from)
        {
            return null;
        }

        var typed = scanner.Text[from..scanner.At];
        scanner.SkipSpace();
        return typed switch
        {
            ">" => Comparison.More,
            ">=" or "\u2265" => Comparison.AtLeast,
            "<" => Comparison.Less,
            "<=" or "\u2264" => Comparison.AtMost,
            "=" => Comparison.Exactly,
            _ => throw new QueryException("bad-value", from, $"'{typed}' is no comparison: write >, >=, <, <= or =."),
        };
    }

    /// <summary>Reads one value.</summary>
    /// <exception cref="QueryException">None stands here.</exception>
    public TypedValue Read()
    {
        var from = scanner.At;
        var bare = scanner.ReadBare();
        if (bare.IndexOfAny(['|', '\uFF5C']) is var bar and >= 0)
        {
            bare = bare[..bar];
            scanner.At = from + bar;
        }

        var name = scanner.Sees(QuestionSigns.IsQuote) && (bare.Length == 0 || QuestionSigns.IsColon(bare[^1])) ? scanner.ReadQuoted() : null;
        return Words.In(bare).Count + Words.In(name ?? "").Count > 0
            ? new TypedValue(bare, name, from)
            : throw new QueryException("nothing-to-find", start, $"Nothing follows {Field}: - type a value right after the colon.");
    }

    /// <summary>Reads values with bars between them, any of which will do.</summary>
    /// <param name="one">Makes a clause of one of them.</param>
    public Clause ReadAny(Func<TypedValue, Clause> one)
    {
        var from = scanner.At;
        var clauses = new List<Clause> { one(Read()) with { At = from, Length = scanner.At - from } };
        while (scanner.Sees(QuestionSigns.IsBar))
        {
            from = ++scanner.At;
            clauses.Add(one(Read()) with { At = from, Length = scanner.At - from });
        }

        return clauses is [var single] ? single : new OrClause(clauses);
    }

    /// <summary>Returns why a value will not do.</summary>
    public static QueryException Bad(TypedValue value, string sentence) => new("bad-value", value.At, sentence);

    /// <summary>Returns the words that ask whether the nearest of several values is meant; none where none is near.</summary>
    public static string Hint(string typed, IEnumerable<string> values) =>
        values.Select(value => (Value: value, Distance: QueryField.Distance(value.ToLowerInvariant(), typed.ToLowerInvariant())))
            .Where(near => near.Distance <= Math.Min(2, near.Value.Length / 2)).OrderBy(near => near.Distance).Select(near => $" Did you mean {near.Value}?").FirstOrDefault() ?? "";
}

/// <summary>A value as typed.</summary>
/// <param name="Bare">What stands without quotes.</param>
/// <param name="Quoted">What stands in quotes, after that; null where there are none.</param>
/// <param name="At">Where it starts.</param>
internal readonly record struct TypedValue(string Bare, string? Quoted, int At)
{
    /// <summary>Gets all of it.</summary>
    public string Text => Bare + Quoted;
}
