using VideoIndex.Hearing;
using VideoIndex.Search.Conditions;
using VideoIndex.Timing;

namespace VideoIndex.Search.Language.Reading.Values;

/// <summary>Reads the values of the fields that choose which evidence counts.</summary>
internal static class EvidenceFields
{
    /// <summary>What people call the authors of evidence, and the kinds of origin those are.</summary>
    public static IReadOnlyDictionary<string, string> Authors { get; } = new Dictionary<string, string>
    {
        ["human"] = "person",
        ["person"] = "person",
        ["model"] = "model",
        ["service"] = "service",
        ["program"] = "program",
        ["container"] = "container",
        ["captions"] = "captions",
        ["sidecar"] = "sidecar",
    };

    /// <summary>Reads the value that stands here.</summary>
    public static Clause Read(string field, ValueScanner values) => field switch
    {
        "confidence" => ReadConfidence(values),
        "by" => values.ReadAny(Author),
        "status" => values.ReadAny(Status),
        "language" => values.ReadAny(Language),
        _ => values.ReadAny(value => new EvidenceClause(new SpeakerTest(value.Text))),
    };

    private static Clause ReadConfidence(ValueScanner values)
    {
        var comparison = values.ReadComparison();
        var value = values.Read();
        var (first, last) = VideoFields.Range(value.Text);
        var isRange = first != last;
        if (Part(first) is not { } from || Part(last) is not { } to || to < from || isRange == comparison is not null)
        {
            throw ValueScanner.Bad(value, "confidence: is followed by a comparison and a part of 1 or of 100%: confidence:>=0.8, confidence:>80%.");
        }

        return isRange
            ? new AndClause([new EvidenceClause(new ConfidenceTest(new(Comparison.AtLeast, from))), new EvidenceClause(new ConfidenceTest(new(Comparison.AtMost, to)))])
            : new EvidenceClause(new ConfidenceTest(new(comparison!.Value, from)));
    }

    private static Rational? Part(string text)
    {
        var percent = text.EndsWith('%') || text.EndsWith('\uFF05');
        return TypedNumbers.Decimal(percent ? text[..^1] : text) is { } number && number >= default(Rational)
            && number * new Rational(1, percent ? 100 : 1) is var part && part <= new Rational(1, 1) ? part : null;
    }

    private static EvidenceClause Author(TypedValue value)
    {
        var colon = value.Bare.IndexOfAny([':', '\uFF1A']);
        var kind = (colon < 0 ? value.Bare : value.Bare[..colon]).ToLowerInvariant();
        if (Authors.TryGetValue(kind, out var origin))
        {
            var name = colon < 0 ? null : value.Bare[(colon + 1)..] + value.Quoted;
            return name is not "" ? new(new AuthorTest(origin, name))
                : throw ValueScanner.Bad(value, $"No name follows by:{kind}: - write by:{kind} for all of them, or by:{kind}:NAME.");
        }

        var hint = colon < 0 && value.Quoted is not null ? "" : ValueScanner.Hint(kind, Authors.Keys);
        return hint.Length == 0 && colon < 0
            ? new(new AuthorTest(null, value.Text))
            : throw ValueScanner.Bad(value, $"There is no kind of author '{TypedText.Shown(kind)}'.{hint} The kinds are {string.Join(", ", Authors.Keys)}; put a name in quotes.");
    }

    private static EvidenceClause Status(TypedValue value) => ReviewStatus.All.FirstOrDefault(status => status.Equals(value.Text, StringComparison.OrdinalIgnoreCase)) is { } known
        ? new(new StatusTest(known))
        : throw ValueScanner.Bad(value, $"Nothing has the status '{TypedText.Shown(value.Text)}'.{ValueScanner.Hint(value.Text, ReviewStatus.All)} It is {string.Join(", ", ReviewStatus.All)}.");

    private static EvidenceClause Language(TypedValue value) => LanguageNames.CodeOf(value.Text) is { } code
        ? new(new LanguageTest(SpokenLanguage.CodesOf(code)))
        : throw ValueScanner.Bad(value, $"There is no language '{TypedText.Shown(value.Text)}' here.{ValueScanner.Hint(value.Text, LanguageNames.All)} Write its English name or its code: language:german, language:de.");
}
