using Microsoft.Data.Sqlite;
using VideoIndex.Metadata;
using VideoIndex.Search.Language;
using VideoIndex.Sqlite.Metadata;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Search.Things;

/// <summary>Tells which videos keep to what a question asks of videos alone, all of them at once: one after the other, reading what is known of each would take longer than finding words in it.</summary>
internal static class ChosenVideos
{
    /// <summary>Returns the ordinals of the videos that keep to the tests that stand side by side at the top of a question; null where there is none.</summary>
    public static IReadOnlySet<long>? Of(SqliteConnection connection, Question question)
    {
        var tests = question.Root is AndClause all ? all.Parts.Where(IsTest).ToList() : [];
        return tests is [] ? null : tests.Select(test => Of(connection, test)).Aggregate((one, other) =>
        {
            one.IntersectWith(other);
            return one;
        });
    }

    /// <summary>Returns whether a clause is such a test.</summary>
    public static bool IsTest(Clause clause) => clause is VideoClause or NotClause { Part: VideoClause };

    private static HashSet<long> Of(SqliteConnection connection, Clause clause) => clause switch
    {
        VideoClause { Test: CollectionTest collection } => In(connection, collection.Name),
        VideoClause one => Keeping(connection, one.Test),
        NotClause not => [.. Ordinals(connection).Except(Of(connection, not.Part))],
        _ => throw new ArgumentException("Not a test of videos.", nameof(clause)),
    };

    private static HashSet<long> In(SqliteConnection connection, string folded) =>
    [
        .. connection.Rows("SELECT number, name FROM collection", row => (Number: row.GetInt64(0), Name: row.GetString(1)))
            .Where(collection => FieldText.Folded(collection.Name) == folded)
            .SelectMany(collection => connection.Rows("SELECT video FROM in_collection WHERE collection = $collection", row => row.GetInt64(0), ("$collection", collection.Number))),
    ];

    private static HashSet<long> Keeping(SqliteConnection connection, VideoTest test) =>
        [.. Ordinals(connection).Zip(new FactReader(connection).All()).Where(video => test.Admits(video.Second)).Select(video => video.First)];

    private static List<long> Ordinals(SqliteConnection connection) => connection.Rows("SELECT ordinal FROM video ORDER BY ordinal", row => row.GetInt64(0));
}
