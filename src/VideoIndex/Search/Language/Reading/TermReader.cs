using VideoIndex.Faces;
using VideoIndex.Search.Conditions;
using VideoIndex.Search.Language.Reading.Values;
using VideoIndex.Search.Stemming;
using VideoIndex.Tags;

namespace VideoIndex.Search.Language.Reading;

/// <summary>Reads one term: its words, its number, its conditions; or the value of a field that chooses videos or evidence.</summary>
internal sealed class TermReader(QuestionScanner scanner, QuestionContext context)
{
    private const string Counting = "count(";
    private static readonly string[] Counted = [TagKinds.Objects, TagKinds.Faces, TagKinds.Logo];
    private static readonly string?[] Placed = [null, TagKinds.Text, TagKinds.Logo, TagKinds.Objects, TagKinds.Faces];
    private readonly WordingReader _wordings = new(Stemmers.Of(context.Languages));
    private int _terms;

    /// <summary>Reads the term that stands here, after its field.</summary>
    /// <param name="field">The field; null for everywhere.</param>
    /// <param name="start">Where the term starts, with its field.</param>
    public Clause Read(AskedField? field, int start)
    {
        Count(1, start);
        var clause = field is null || field.HasWords ? ReadWords(field?.Name, start) : ReadValue(field, start);
        Count(clause switch { OrClause any => any.Parts.Count - 1, AndClause range => range.Parts.Count - 1, _ => 0 }, start);
        var length = scanner.At - start;
        return clause switch
        {
            TermClause term => term with { Wordings = [.. term.Wordings.Select(wording => wording with { At = start, Length = length })], At = start, Length = length },
            AndClause range => range with { Parts = [.. range.Parts.Select(part => part with { At = start, Length = length })], At = start, Length = length },
            _ => clause with { At = start, Length = length },
        };
    }

    /// <summary>Returns whether <c>count(</c> stands here.</summary>
    public bool SeesCount() => string.Compare(scanner.Text, scanner.At, Counting, 0, Counting.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private TermClause ReadWords(string? field, int start)
    {
        if (SeesCount() && field is null)
        {
            return WithConditions(ReadCount(), start);
        }

        var wording = _wordings.Read(scanner, field, out var isAny);
        if (wording is null && (!isAny || field is null or "video"))
        {
            throw new QueryException("nothing-to-find", start, $"Nothing to find follows {field}: - type a word right after the colon.");
        }

        CheckFace(field, wording, start);
        return WithConditions(new TermClause(field, wording is null ? [] : [wording], TermConditions.None), start);
    }

    // count(car) >= 5
    private TermClause ReadCount()
    {
        var open = scanner.At + Counting.Length - 1;
        var close = scanner.Text.IndexOfAny([')', '\uFF09'], open);
        scanner.At = open + 1;
        scanner.SkipSpace();
        var from = scanner.At;
        var field = AskedField.Read(scanner, context)?.Name;
        if (field is not null && !Counted.Contains(field))
        {
            throw new QueryException("bad-condition", from, $"count() counts what is in the picture, and {field}: is not counted; object:, face: and logo: are.");
        }

        var (wording, isAny) = ReadCounted(ref field, open, close);
        var number = new ConditionScanner(scanner.Text, scanner.At);
        var count = number.ReadCount();
        scanner.At = number.At;
        CheckFace(field, wording, from);
        return wording is not null || isAny
            ? new TermClause(field, wording is null ? [] : [wording], TermConditions.None with { Count = count })
            : throw new QueryException("nothing-to-find", open + 1, "Nothing to count stands in count(): write count(person) >= 5.");
    }

    private (Wording? Wording, bool IsAny) ReadCounted(ref string? field, int open, int close)
    {
        Wording? wording;
        bool isAny;
        if (scanner.Sees(QuestionSigns.IsQuote))
        {
            wording = _wordings.Read(scanner, field ??= TagKinds.Objects, out isAny);
            scanner.SkipSpace();
            close = scanner.Sees(QuestionSigns.IsClosing) ? scanner.At : -1;
        }
        else
        {
            var typed = close < 0 ? "" : scanner.Text[Math.Min(scanner.At, close)..close].Trim();
            field ??= typed.ToLowerInvariant() is "face" or "faces" ? TagKinds.Faces : TagKinds.Objects;
            wording = _wordings.Of(typed, "", false, field, scanner.At, out isAny);
        }

        if (close < 0)
        {
            throw new QueryException("bad-condition", open, "This parenthesis is not closed: write count(person) >= 5.");
        }

        scanner.At = close + 1;
        return (wording, isAny);
    }

    private TermClause WithConditions(TermClause term, int start)
    {
        var (end, conditions) = (scanner.At, new ConditionScanner(scanner.Text, scanner.At));
        var asked = conditions.ReadAll(term.Conditions);
        scanner.At = conditions.At;
        if (asked.AsksForPlace && !Placed.Contains(term.Field))
        {
            throw new QueryException(
                "no-place", start, $"AREA and ZONE ask where something is in the picture, and nothing in {term.Field}: has a place there; text:, logo:, object: and face: have.");
        }

        return asked.For is not null && term.Field == "video" ? throw NoMoment("video", end) : term with { Conditions = asked };
    }

    private Clause ReadValue(AskedField field, int start)
    {
        var values = new ValueScanner(scanner, field.Name, start);
        var clause = field.Own is { } own ? OwnFields.Read(own, values)
            : QueryField.OfVideos.Contains(field.Name) ? VideoFields.Read(field.Name, values)
            : EvidenceFields.Read(field.Name, values);
        var end = scanner.At;
        scanner.SkipSpace();
        if (new ConditionScanner(scanner.Text, scanner.At).Begins() is not null)
        {
            throw NoMoment(field.Name, scanner.At);
        }

        scanner.At = end;
        return clause;
    }

    private static QueryException NoMoment(string field, int at) => new(
        "bad-condition",
        at,
        $"{field}: chooses {(QueryField.OfEvidence.Contains(field) ? "evidence" : "videos")} and has no moments of which more could be asked; put the condition after the words it is meant for.");

    private void Count(int more, int at)
    {
        _terms += more;
        if (_terms > QuestionParser.MaxTerms)
        {
            throw new QueryException("query-too-long", at, $"A search takes at most {QuestionParser.MaxTerms} terms.");
        }
    }

    private static void CheckFace(string? field, Wording? wording, int at)
    {
        if (field == TagKinds.Faces && wording is not null)
        {
            throw new QueryException(FaceRecognition.Code, at, FaceRecognition.Sentence);
        }
    }
}
