using VideoIndex.Search.Conditions;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite;
using VideoIndex.Sqlite.Postings;
using VideoIndex.Timing;

namespace VideoIndex.Performance.Searching;

/// <summary>The product's own index.</summary>
internal sealed class PostingSide(string folder) : Side(Created(folder))
{
    public const int Page = 20;

    public override string Name => "postings";

    public PostingIndex Index { get; set; } = new();

    public static TermClause Term(WordMatch match, params string[] words) => new(null, [.. words.Select(word => new Wording(word, [new WordPattern(word, match)]))], TermConditions.None);

    public override void Build(SpokenLibrary library)
    {
        using var transaction = Connection.BeginTransaction();
        Index.Rebuild(Connection, Enumerable.Range(1, library.Videos).Select(video => ((long)video, (IReadOnlyList<(long, SearchableSpan)>)library.Things(video))));
        transaction.Commit();
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public override void Add(long video, List<(long Key, SearchableSpan Thing)> things) => Index.Replace(Connection, video, things);

    public override long Bytes() => Number("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'posting%'");

    public override int Best(string word) => Index.Best(Connection, Term(WordMatch.Exact, word), [], Page).Count;

    public int BestStem(string word) => Index.Best(Connection, Term(WordMatch.Stem, word), [], Page).Count;

    public int FirstStem(string word) => Index.First(Connection, Term(WordMatch.Stem, word), [], -1, Page).Count;

    public override int First(params string[] words) => Index.First(Connection, Term(WordMatch.Exact, words), [], -1, Page).Count;

    public int All(params string[] words) => Index.First(Connection, Term(WordMatch.Exact, words), [], -1, int.MaxValue).Count;

    public override int Phrase(string one, string next) => Index.First(
        Connection, new TermClause(null, [new Wording("", [new WordPattern(one), new WordPattern(next)])], TermConditions.None), [], -1, int.MaxValue).Count;

    public override int Prefix(string start) => Index.First(Connection, Term(WordMatch.Prefix, start), [], -1, Page).Count;

    public override int Join(string left, string right) =>
        Index.Joined(Connection, new TimeClause(TimeRelation.Within, Term(WordMatch.Exact, left), Term(WordMatch.Exact, right), new Rational(5, 1)), []).Count;

    public override long Count(string word) => Index.Counts(Connection, Term(WordMatch.Exact, word), []).Sum(one => (long)one.Things);

    private static string Created(string folder)
    {
        SqliteLibrary.Open(folder).Dispose();
        return Path.Combine(folder, SqliteLibrary.FileName);
    }
}
