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
        return scanner.AtEnd ? Sense.Alone(clause) : throw Refusals.NothingOpened(scanner);
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
            if (scanner.Operator() is not ("THEN" or "DURING" or "BEFORE" or "AFTER" or "WITHIN") || scanner.Operator() is not { } name)
            {
                return left;
            }

            Takes(name);
            var seconds = name == "WITHIN" ? Distances.Read(scanner) : (Rational?)null;
            left = Sense.Moments(left, name);
            var right = Sense.Moments(Picked(ReadPicks(), ReadSeen()), name);
            left = Sense.Timed(name, left, right, name == "THEN" ? Distances.ReadBound(scanner) : seconds);
        }
    }

    private Clause ReadSeen()
    {
        var left = ReadSideBySide();
        while (Takes("WITH"))
        {
            left = Sense.Picture(left);
            left = Sense.Timed("WITH", left, Sense.Picture(Picked(ReadPicks(), ReadSideBySide())), null);
        }

        return left;
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
            throw Refusals.Missing(scanner, _asker);
        }

        var start = scanner.At;
        if (scanner.Keyword() is "FIRST" or "LAST" && scanner.Keyword() is { } pick && IsPlainlyPick(pick))
        {
            throw Refusals.BadPlace(pick, start);
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
            throw Refusals.Empty(open);
        }

        var clause = scanner.AtEnd ? throw Refusals.NotClosed(open) : ReadAny();
        scanner.Skip();
        _ = scanner.AtEnd ? throw Refusals.NotClosed(open) : scanner.At++;
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
            throw Refusals.BadCondition(name, scanner.At);
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
}
