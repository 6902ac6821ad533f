using Microsoft.Data.Sqlite;
using VideoIndex.Search;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Transcripts;

namespace VideoIndex.Sqlite.Search;

/// <summary>Finds phrases that run from one utterance into the next.</summary>
internal sealed class AcrossReader(SqliteConnection connection)
{
    /// <summary>Returns all hits of a group that is one phrase (<see cref="TermGroup.AcrossExpression"/>).</summary>
    /// <remarks>All, and not the best few: the words on both sides of a border hold phrases, too, that lie on one side alone.</remarks>
    public IEnumerable<Hit> Read(TermGroup group) => connection.Rows(
        """
        SELECT joint.key, hit.rank, joint.first, joint.second, one.transcript, one.words
        FROM (SELECT rowid AS key, rank FROM words WHERE words MATCH $expression) AS hit
        JOIN joint ON joint.key = hit.key
        JOIN utterance AS one ON one.key = joint.first
        """,
        row => (
            Key: row.GetInt64(0),
            Rank: row.GetDouble(1),
            First: row.GetInt64(2),
            Second: row.GetInt32(3),
            Transcript: row.GetInt32(4),
            Words: SpokenWordsForm.Read(row.GetFieldValue<byte[]>(5))),
        ("$expression", group.AcrossExpression)).SelectMany(joint => Hits(joint.First, joint.Rank, joint.Words, NextOf(joint.Key, joint.Transcript, joint.Second), group.Terms[0]));

    private static IEnumerable<Hit> Hits(long key, double rank, IReadOnlyList<SpokenWord> words, (long Key, IReadOnlyList<SpokenWord> Words) next, QueryTerm phrase) =>
        SpokenPlaces.Across([.. words.TakeLast(UtteranceJoints.MostWords)], [.. next.Words.Take(UtteranceJoints.MostWords)], phrase)
            .Select(place => new Hit(MomentKey.Ordinal(key), key, null, rank, place.Span) { Place = place, Next = next.Key });

    // It starts soon after, so the scan is short.
    private (long Key, IReadOnlyList<SpokenWord> Words) NextOf(long joint, int transcript, int position) => connection.Rows(
        "SELECT key, words FROM utterance WHERE key > $joint AND key <= $last AND transcript = $transcript AND position = $position ORDER BY key LIMIT 1",
        row => (row.GetInt64(0), SpokenWordsForm.Read(row.GetFieldValue<byte[]>(1))),
        ("$joint", joint),
        ("$last", MomentKey.Last(MomentKey.Ordinal(joint))),
        ("$transcript", transcript),
        ("$position", position)).Single();
}
