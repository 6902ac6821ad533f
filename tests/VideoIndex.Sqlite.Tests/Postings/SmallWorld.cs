using Microsoft.Data.Sqlite;
using VideoIndex.Search.Conditions;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Sqlite.Tests.Postings;

/// <summary>Random videos of random things, few words often, so that they meet.</summary>
internal sealed class SmallWorld(int seed)
{
    private static readonly string[] Fields = ["say", "text", "logo", "object", "face", "tag", "colour"];
    private readonly Random _random = new(seed);

    public SortedDictionary<long, IReadOnlyList<(long Key, SearchableSpan Thing)>> Videos { get; } = [];

    public IEnumerable<(long Video, IReadOnlyList<(long Key, SearchableSpan Thing)> Things)> All => Videos.Select(video => (video.Key, video.Value));

    public static SqliteConnection Connect(LibraryFolder folder)
    {
        folder.Open().Dispose();
        var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        return connection;
    }

    public string Word() => $"w{(int)Math.Pow(_random.NextDouble() * 4, 3)}";

    public int Number(int below) => _random.Next(below);

    /// <summary>Makes a video, whatever it was before.</summary>
    public IReadOnlyList<(long Key, SearchableSpan Thing)> Make(long video, int things)
    {
        var keys = new MomentKey(video);
        var made = new List<(long Key, SearchableSpan Thing)> { (MomentKey.Whole(video), Thing("video", 0, 1000, 4)) };
        var starts = Enumerable.Range(0, things).Select(_ => _random.Next(30_000) - 10).Order();
        foreach (var start in starts)
        {
            var thing = Thing(Fields[_random.Next(Fields.Length)], start, _random.Next(_random.Next(20) == 0 ? 20_000 : 300), _random.Next(1, 14));
            made.Add((keys.Next(thing.Span.Start), thing));
        }

        return Videos[video] = made;
    }

    // In 1/30 s, so that milliseconds are rounded.
    private SearchableSpan Thing(string field, int start, int lasts, int words) => new(
        0,
        field,
        new MediaSpan(new MediaTime(new Rational(start, 30)), new MediaTime(new Rational(start + lasts, 30))),
        Enumerable.Range(0, field == "video" ? 2 : 1).Select(_ => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()))).ToList(),
        new Confidence(_random.Next(11) / 10.0),
        new Origin(_random.Next(2) == 0 ? "model" : "person", $"m{_random.Next(3)}"))
    {
        Language = _random.Next(3) == 0 ? "de" : null,
        Speaker = field == "say" && _random.Next(2) == 0 ? $"speaker {_random.Next(3)}" : null,
        Status = ReviewStatus.All[Math.Max(0, _random.Next(12) - 9)],
    };

    public TermClause Term()
    {
        var wordings = Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Wording()).ToList();
        return new TermClause(_random.Next(3) == 0 ? Fields[_random.Next(Fields.Length)] : null, _random.Next(20) == 0 ? [] : wordings, TermConditions.None);
    }

    public IReadOnlyList<EvidenceTest> Evidence() => _random.Next(6) switch
    {
        0 => [new ConfidenceTest(new Limit((Comparison)_random.Next(5), new Rational(_random.Next(-1, 12), 10)))],
        1 => [new AuthorTest("model", "m1")],
        2 => [new StatusTest(ReviewStatus.All[_random.Next(3)])],
        3 => [new LanguageTest(["de"]), new ConfidenceTest(new Limit(Comparison.AtLeast, new Rational(1, 2)))],
        _ => [],
    };

    private Wording Wording()
    {
        var words = Enumerable.Range(0, _random.Next(5) == 0 ? 2 : 1).Select(_ => Pattern()).ToList();
        return new Wording("", words) { Alternatives = _random.Next(5) == 0 ? [new Wording("", [Pattern()])] : [] };
    }

    private WordPattern Pattern() => _random.Next(4) switch
    {
        0 => new WordPattern("w1", WordMatch.Prefix),
        1 => new WordPattern(Word(), WordMatch.Fuzzy, 1),
        _ => new WordPattern(Word()),
    };
}
