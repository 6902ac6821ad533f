using VideoIndex.Search.Conditions;
using VideoIndex.Timing;

namespace VideoIndex.Search.Language.Reading;

/// <summary>Reads a question by its grammar, from what binds loosest to what binds tightest: OR, AND, FIRST and LAST, operators of time, WITH, side by side, NOT.</summary>
internal sealed class ClauseReader(QuestionScanner scanner, QuestionContext context)
{
    private readonly TermReader _terms = new(scanner, context);
    private AskedField? _field; // the field of the parentheses it is in
    private int _depth;
    private (string Name, int At) _asker; // what was read last that asks for something after it

    /// <summary>Reads the whole question.</summary>
    public Clause Read()
    {
        scanner.Skip();
        if (scanner.AtEnd)
        {
            throw new QueryException("empty-query", 0, "There is nothing to search for: type a word, or \"a phrase\".");
        }

        var clause = ReadAny();
        scanner.Skip();
        return scanner.AtEnd ? Sense.Alone(clause) : throw NothingOpened();
    }

    private Clause ReadAny() => Sense.Or(ReadList("OR", ReadAll));

    private Clause ReadAll() => Sense.And(ReadList("AND", ReadPicked));

    private List<Clause> ReadList(string between, Func<Clause> read)
    {
        var parts = new List<Clause> { read() };
        while (Takes(between))
        {
            parts.Add(read());
        }

        return parts;
    }

    // FIRST A AFTER B is the first of all A that are after a B.
    private Clause ReadPicked() => Picked(ReadPicks(), ReadChain());

    private Clause ReadChain()
    {
        var left = ReadSeen();
        while (true)
        {
            scanner.Skip();
            var at = scanner.At;
            if (scanner.Operator() is not ("THEN" or "DURING" or "BEFORE" or "AFTER" or "WITHIN") || scanner.Operator() is not { } name)
            {
                return left;
            }

            Takes(name);
            var seconds = name == "WITHIN" ? ReadDistance(at) : (Rational?)null;
            left = Sense.Moments(left, name);
            var right = Sense.Moments(Picked(ReadPicks(), ReadSeen()), name);
            left = Timed(name, left, right, name == "THEN" ? ReadBound() : seconds);
        }
    }

    private static Clause Timed(string name, Clause left, Clause right, Rational? seconds)
    {
        var relation = name switch
        {
            "THEN" => TimeRelation.Then,
            "DURING" => TimeRelation.During,
            "BEFORE" => TimeRelation.Before,
            "AFTER" => TimeRelation.After,
            "WITH" => TimeRelation.With,
            _ => TimeRelation.Within,
        };
        return Sense.Spanning(new TimeClause(relation, left, right, seconds), [left, right]);
    }

    private Clause ReadSeen()
    {
        var left = ReadSideBySide();
        while (Takes("WITH"))
        {
            left = Sense.Picture(left);
            left = Timed("WITH", left, Sense.Picture(Picked(ReadPicks(), ReadSideBySide())), null);
        }

        return left;
    }

    // WITHIN 5s OF
    private Rational ReadDistance(int at)
    {
        var length = new ConditionScanner(scanner.Text, scanner.At);
        var seconds = length.ReadSeconds("WITHIN is followed by a length and OF: say:goal WITHIN 5s OF logo:acme.");
        scanner.At = length.At;
        return Takes("OF") ? seconds
            : throw new QueryException("bad-condition", scanner.At, "WITHIN 5s is followed by OF: say:goal WITHIN 5s OF logo:acme; after THEN it stands alone: say:goal THEN logo:acme WITHIN 5s.");
    }

    // The WITHIN 5s of A THEN B WITHIN 5s. Where OF follows it is an operator of its own.
    private Rational? ReadBound()
    {
        var before = scanner.At;
        scanner.Skip();
        if (scanner.Operator() == "WITHIN")
        {
            var length = new ConditionScanner(scanner.Text, scanner.At + "WITHIN".Length);
            var seconds = length.ReadSeconds("WITHIN is followed by a length: say:goal THEN logo:acme WITHIN 5s.");
            scanner.At = length.At;
            scanner.SkipSpace();
            if (scanner.Keyword() != "OF")
            {
                scanner.At = length.At;
                return seconds;
            }
        }

        scanner.At = before;
        return null;
    }

    private List<(bool IsLast, int At)> ReadPicks()
    {
        var picks = new List<(bool, int)>();
        scanner.Skip();
        while (scanner.Keyword() is "FIRST" or "LAST" && scanner.Keyword() is { } name && scanner.IsFollowedBySide(name.Length))
        {
            picks.Add((name == "LAST", scanner.At));
            Takes(name);
            scanner.Skip();
        }

        return picks;
    }

    private static Clause Picked(List<(bool IsLast, int At)> picks, Clause clause)
    {
        for (var at = picks.Count - 1; at >= 0; at--)
        {
            var (isLast, start) = picks[at];
            var part = Sense.Moments(clause, isLast ? "LAST" : "FIRST");
            clause = new PickClause(part, isLast) { At = start, Length = part.At + part.Length - start };
        }

        return clause;
    }

    private Clause ReadSideBySide()
    {
        var parts = new SideBySide();
        while (scanner.IsFollowedBySide(0) || parts.Count == 0)
        {
            parts.Add(ReadUnit(out var isWords), isWords);
        }

        RefuseCondition();
        return parts.Clause();
    }

    private Clause ReadUnit(out bool isWords)
    {
        scanner.Skip();
        var at = scanner.At;
        var leavesOut = false;
        while (scanner.Negates() || scanner.Keyword() == "NOT")
        {
            _asker = (scanner.Negates() ? "-" : "NOT", scanner.At);
            scanner.At += _asker.Name.Length;
            leavesOut = !leavesOut;
            scanner.Skip();
        }

        isWords = scanner.At == at;
        return leavesOut ? Sense.Not(ReadPrimary(ref isWords), at) : ReadPrimary(ref isWords);
    }

    private Clause ReadPrimary(ref bool isWords)
    {
        if (!scanner.IsFollowedBySide(0))
        {
            throw Missing();
        }

        var start = scanner.At;
        if (scanner.Keyword() is "FIRST" or "LAST" && scanner.Keyword() is { } pick && IsPlainlyPick(pick))
        {
            throw new QueryException("bad-place", start, $"{pick} stands at the beginning, after a parenthesis or after an operator: write goal ({pick} logo:acme); put it in quotes to search for the word.");
        }

        var field = _terms.SeesCount() ? null : AskedField.Read(scanner, context) ?? _field;
        isWords &= !scanner.Sees(QuestionSigns.IsOpening);
        return scanner.Sees(QuestionSigns.IsOpening) ? ReadGroup(field, start) : _terms.Read(field, start);
    }

    private bool IsPlainlyPick(string pick)
    {
        var before = scanner.At;
        scanner.At += pick.Length;
        scanner.Skip();
        var plainly = scanner.Sees(QuestionSigns.IsOpening) || scanner.FieldAt(scanner.At) > 0 || _terms.SeesCount();
        scanner.At = before;
        return plainly;
    }

    private Clause ReadGroup(AskedField? field, int start)
    {
        var (open, outer) = (scanner.At, _field);
        if (++_depth > QuestionParser.MaxDepth)
        {
            throw new QueryException("query-too-deep", open, $"A search takes at most {QuestionParser.MaxDepth} parentheses inside each other.");
        }

        (_field, _asker) = (field, ("(", open));
        scanner.At++;
        scanner.Skip();
        if (scanner.Sees(QuestionSigns.IsClosing))
        {
            throw new QueryException("nothing-to-find", open, "Nothing to find stands in these parentheses: type words between them, or leave them out.");
        }

        var clause = scanner.AtEnd ? throw NotClosed(open) : ReadAny();
        scanner.Skip();
        _ = scanner.AtEnd ? throw NotClosed(open) : scanner.At++;
        (_field, _depth) = (outer, _depth - 1);
        return ReadLasting(clause, start);
    }

    private Clause ReadLasting(Clause clause, int start)
    {
        var end = scanner.At;
        scanner.SkipSpace();
        var conditions = new ConditionScanner(scanner.Text, scanner.At);
        if (conditions.Begins() != "FOR")
        {
            scanner.At = end;
            return clause;
        }

        var length = conditions.ReadFor();
        scanner.At = conditions.At;
        return new LastingClause(Sense.Moments(clause, "FOR"), length) { At = start, Length = scanner.At - start };
    }

    private void RefuseCondition()
    {
        scanner.Skip();
        if (new ConditionScanner(scanner.Text, scanner.At).Begins() is { } name)
        {
            throw new QueryException(
                "bad-condition", scanner.At, $"{name} stands right after the term it is asked of: write it inside the parentheses, and once; put it in quotes to search for the word.");
        }
    }

    private bool Takes(string keyword)
    {
        scanner.Skip();
        var at = scanner.At;
        var taken = scanner.Operator() is { } between ? between == keyword && scanner.Takes(keyword) : scanner.Takes(keyword);
        _asker = taken ? (keyword, at) : _asker;
        return taken;
    }

    private QueryException Missing()
    {
        if (scanner.Operator() is { } name)
        {
            return new QueryException("missing-operand", scanner.At, $"{name} stands between two things, and there is nothing before this one; put it in quotes to search for the word.");
        }

        if (new ConditionScanner(scanner.Text, scanner.At).Begins() is { } condition)
        {
            return new QueryException("bad-condition", scanner.At, $"{condition} asks something of the term before it, and there is none; put it in quotes to search for the word.");
        }

        return _asker.Name is null ? NothingOpened()
            : new QueryException("missing-operand", _asker.At, $"Nothing to find follows {_asker.Name} here; put it in quotes to search for the word.");
    }

    private QueryException NothingOpened() => new("unbalanced-parenthesis", scanner.At, "This parenthesis closes nothing: leave it out, or put it in quotes.");

    private static QueryException NotClosed(int open) => new("unbalanced-parenthesis", open, "This parenthesis is not closed: add a ) where it ends, or put it in quotes.");
}
