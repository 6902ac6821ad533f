using Microsoft.Data.Sqlite;
using VideoIndex.Search.Evaluation;

namespace VideoIndex.Performance.Searching;

/// <summary>SQLite's FTS5 without contents: a column for each field; the row is the video and tenths of seconds, which it packs better than moment keys.</summary>
internal sealed class FtsSide : Side
{
    private static readonly string[] Fields = ["say", "text", "logo", "object", "tag"];

    public FtsSide(string folder)
        : base(Path.Combine(folder, "fts.db"))
    {
        Run("CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (say, text, logo, object, tag, content = '', tokenize = 'ascii')");
        Run("CREATE TEMP TABLE IF NOT EXISTS near (row INTEGER PRIMARY KEY)");
    }

    public override string Name => "FTS5";

    public override void Build(SpokenLibrary library)
    {
        using var transaction = Connection.BeginTransaction();
        for (var video = 1; video <= library.Videos; video++)
        {
            Add(video, library.Things(video));
        }

        transaction.Commit();
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public override void Add(long video, List<(long Key, SearchableSpan Thing)> things)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = "INSERT INTO words (rowid, say, text, logo, object, tag) VALUES ($row, $0, $1, $2, $3, $4)";
        var row = command.Parameters.Add("$row", SqliteType.Integer);
        var values = Fields.Select((_, at) => command.Parameters.Add($"${at}", SqliteType.Text)).ToArray();
        var last = video << 21;
        foreach (var (_, thing) in things)
        {
            last = Math.Max(last + 1, (video << 21) | (long)(thing.Span.Start.Seconds.Numerator * 10 / thing.Span.Start.Seconds.Denominator));
            row.Value = last;
            foreach (var (at, value) in values.Index())
            {
                value.Value = Fields[at] == thing.Field ? thing.Texts[0] : DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    public override long Bytes() => Number("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'words%'");

    public override int Best(string word) => Rows("SELECT rowid FROM words WHERE words MATCH $q ORDER BY rank LIMIT 20", ("$q", word));

    public override int First(params string[] words) => Rows("SELECT rowid FROM words WHERE words MATCH $q ORDER BY rowid LIMIT 20", ("$q", string.Join(" AND ", words)));

    public int All(params string[] words) => (int)Number("SELECT count(*) FROM words WHERE words MATCH $q", ("$q", string.Join(" AND ", words)));

    public override int Phrase(string one, string next) => (int)Number("SELECT count(*) FROM words WHERE words MATCH $q", ("$q", $"\"{one} {next}\""));

    public override int Prefix(string start) => Rows("SELECT rowid FROM words WHERE words MATCH $q ORDER BY rowid LIMIT 20", ("$q", $"{start}*"));

    /// <summary>The best that SQL does where both are frequent: one side into a table by row, a range of it asked for by each of the other.</summary>
    public override int Join(string left, string right)
    {
        Run("DELETE FROM near");
        _ = Number("INSERT INTO near SELECT rowid FROM words WHERE words MATCH $q; SELECT 1", ("$q", right));
        return (int)Number(
            "SELECT count(*) FROM words AS a WHERE a.words MATCH $q AND EXISTS (SELECT 1 FROM near WHERE row BETWEEN a.rowid - 50 AND a.rowid + 50)", ("$q", left));
    }

    /// <summary>The best that it does where one side is rare: the other is asked for around each of its rows.</summary>
    public int JoinRare(string rare, string frequent) => (int)Number(
        "SELECT count(*) FROM words AS a WHERE a.words MATCH $rare AND EXISTS (SELECT 1 FROM words AS b WHERE b.words MATCH $frequent AND b.rowid BETWEEN a.rowid - 50 AND a.rowid + 50)",
        ("$rare", rare), ("$frequent", frequent));

    public override long Count(string word) => Rows("SELECT rowid >> 21, count(*) FROM words WHERE words MATCH $q GROUP BY rowid >> 21", ("$q", word));
}
