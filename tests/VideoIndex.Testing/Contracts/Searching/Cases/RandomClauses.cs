using VideoIndex.Metadata;
using VideoIndex.ScreenText;
using VideoIndex.Search;
using VideoIndex.Search.Conditions;
using VideoIndex.Search.Language;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Searching.Cases;

/// <summary>Makes questions of every kind of clause about the videos of <see cref="RandomLibrary"/>; most find something. The same ones for the same random numbers.</summary>
/// <param name="random">The numbers.</param>
/// <param name="library">The videos.</param>
/// <param name="asksPeople">Whether it asks for what only people keep: collections, fields, verdicts.</param>
public sealed class RandomClauses(Random random, RandomLibrary library, bool asksPeople)
{
    private static readonly string?[] Fields = [null, null, null, "say", "say", "text", "logo", "object", "object", "face", "tag", "colour", "motion", "shot", "scene"];
    private int _at;

    /// <summary>Makes a question about some videos: of three, the first that has an answer, or else the last.</summary>
    public Clause Next(IReadOnlyList<KnownVideo> videos)
    {
        var tries = Enumerable.Range(0, 3).Select(_ => Next());
        return tries.FirstOrDefault(clause => videos.Any(video => Oracle.Of(clause, video) is [_, ..])) ?? Next();
    }

    private Clause Next() => random.Next(12) switch
    {
        0 => Evidence(1),
        1 => Videos(1),
        _ => Moments(random.Next(4)),
    };

    private Clause Moments(int depth) => (depth == 0 ? 0 : random.Next(11)) switch
    {
        10 => new AndClause([Evidence(0), random.Next(2) == 0 ? Moments(depth - 1) : new AndClause([Evidence(0), Moments(depth - 1)])]),
        < 3 => Term(),
        < 5 => new AndClause(Parts(depth - 1)),
        5 => new OrClause([.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => random.Next(8) == 0 ? Videos(0) : Moments(depth - 1))]),
        < 9 => InTime(depth - 1),
        _ when random.Next(2) == 0 => new LastingClause(Moments(depth - 1), NextLimit([Length()])),
        _ => new PickClause(Moments(depth - 1), random.Next(2) == 0),
    };

    private Clause[] Parts(int depth)
    {
        var first = random.Next(8) == 0 ? Videos(0) : random.Next(8) == 0 ? Evidence(0) : Moments(depth);
        var others = Enumerable.Range(0, random.Next(1, 3)).Select(_ => random.Next(6) switch
        {
            0 => Evidence(1),
            1 => Videos(1),
            2 => new NotClause(Moments(depth)),
            3 => Term(),
            _ => Moments(depth),
        });
        Clause[] parts = [first, .. others];
        random.Shuffle(parts);
        return parts;
    }

    private TimeClause InTime(int depth)
    {
        var relation = Some([TimeRelation.Then, .. Enum.GetValues<TimeRelation>()]);
        Rational? apart = relation == TimeRelation.Within || (relation == TimeRelation.Then && random.Next(2) == 0) ? Length() : null;
        return relation == TimeRelation.With ? new TimeClause(relation, Seen(depth), Seen(depth)) : new TimeClause(relation, Moments(depth), Moments(depth), apart);
    }

    private Clause Seen(int depth) => random.Next(4) == 0 ? Moments(depth) : Term(Some("object", "object", "text", "logo", "face", "colour", null));

    private TermClause Term() => Term(Some(Fields));

    private TermClause Term(string? field)
    {
        var isThing = field is "object" or "face";
        var wordings = field == "face" || (field is not null && random.Next(3) == 0) ? [] : Enumerable.Range(0, isThing || random.Next(6) > 0 ? 1 : 2).Select(_ => NextWording(field)).ToArray();
        return new TermClause(field, wordings, random.Next(isThing ? 2 : 6) == 0 ? NextConditions(field) : TermConditions.None) { At = ++_at };
    }

    private TermConditions NextConditions(string? field) => new()
    {
        Count = field is "object" or "face" && random.Next(2) == 0 ? NextLimit([new(0, 1), new(1, 1), new(2, 1)]) : null,
        For = random.Next(2) == 0 ? NextLimit([Length()]) : null,
        Area = field is null or "object" or "face" or "text" or "logo" && random.Next(4) == 0 ? NextLimit([new(1, 100), new(1, 25), new(0, 1)]) : null,
        Zone = field is null or "object" or "face" or "text" or "logo" && random.Next(4) == 0 ? Some(PictureZone.All) : null,
    };

    private Wording NextWording(string? field)
    {
        if (field is "shot" or "scene")
        {
            return Worded(random.Next(2) == 0 ? field : $"{random.Next(1, 4)}");
        }

        if (field is null && random.Next(12) == 0)
        {
            return Worded($"{Some("shot", "scene")} {random.Next(1, 3)}");
        }

        var wording = Worded(string.Join(' ', Enumerable.Range(0, Some(1, 1, 1, 1, 2, 3)).Select(_ => library.Word())));
        return field == "object" && random.Next(4) > 0 ? wording with { Labels = Some<string[]>(["car"], ["person"], ["car", "bus"]) }
            : random.Next(8) == 0 ? wording with { Alternatives = [NextWording("say")] }
            : wording;
    }

    private Wording Worded(string typed)
    {
        List<WordPattern> words = [.. Words.In(typed).Select(word => new WordPattern(word.Folded, Some(WordMatch.Exact, WordMatch.Stem)))];
        words[^1] = random.Next(10) switch
        {
            0 => new WordPattern(words[^1].Folded[..1], WordMatch.Prefix),
            1 => new WordPattern(words[^1].Folded + "s", WordMatch.Fuzzy, 1),
            _ => words[^1],
        };
        return new Wording(typed, words);
    }

    private Clause Evidence(int depth) => (depth == 0 ? 0 : random.Next(6)) switch
    {
        < 4 => new EvidenceClause(NextEvidenceTest()),
        4 => new OrClause([Evidence(depth - 1), Evidence(depth - 1)]),
        _ => new NotClause(Evidence(depth - 1)),
    };

    private EvidenceTest NextEvidenceTest() => random.Next(asksPeople ? 6 : 4) switch
    {
        0 => new ConfidenceTest(new Limit(Some(Comparison.More, Comparison.AtLeast, Comparison.Less), Some<Rational>(new(1, 5), new(1, 2)))),
        1 => new AuthorTest(Some("model", "person", null), Some(null, null, "stub")),
        2 => new LanguageTest(Some<string[]>(["en", "eng"], ["de", "deu"])),
        3 => new SpeakerTest(Some("1", "2", "LEFT", "speaker 1")),
        _ => new StatusTest(Some(ReviewStatus.All)),
    };

    private Clause Videos(int depth) => (depth == 0 ? random.Next(4) : random.Next(8)) switch
    {
        < 2 => Term("video"),
        < 4 => new VideoClause(NextVideoTest()),
        4 => new OrClause([Videos(depth - 1), Videos(depth - 1)]),
        5 => new AndClause([Videos(depth - 1), Videos(depth - 1)]),
        _ => new NotClause(Videos(depth - 1)),
    };

    private VideoTest NextVideoTest() => random.Next(asksPeople ? 6 : 4) switch
    {
        0 => new DateTest(Some(VideoDate.Added, VideoDate.Recorded), Some(Enum.GetValues<Comparison>()), new DateTimeOffset(2026, 1, 10, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero)),
        1 => new MeasureTest(VideoMeasure.Rate, NextLimit([new(25, 1), new(30_000, 1001)])),
        2 => new MeasureTest(VideoMeasure.Duration, NextLimit([library.Step * new Rational(20, 1)])),
        3 => new StateTest(Some(VideoState.Ok, VideoState.Degraded)),
        4 => new CollectionTest(Some("finals", "best of 2026")),
        _ => NextFieldTest(Some(RandomLibrary.Fields)),
    };

    private FieldTest NextFieldTest(FieldDefinition field) =>
        new(field, field.Type is FieldType.Number or FieldType.Date ? Some(Enum.GetValues<Comparison>()) : Comparison.Exactly, library.Value(field));

    private Rational Length() => library.Step * new Rational(random.Next(6), 1);

    private Limit NextLimit(IReadOnlyList<Rational> values) => new(Some(Enum.GetValues<Comparison>()), Some(values));

    private T Some<T>(params IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
