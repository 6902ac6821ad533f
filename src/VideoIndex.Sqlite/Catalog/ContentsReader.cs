using Microsoft.Data.Sqlite;
using VideoIndex.Shots;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Catalog;

/// <summary>Reads back what was found in one video.</summary>
internal sealed class ContentsReader(SqliteConnection connection, VideoId id, long ordinal)
{
    public IReadOnlyList<ShotRecord> ReadShots() => connection.Rows(
        "SELECT number, starts, ends, keyframe_at, keyframe FROM shot WHERE video = $video ORDER BY position",
        row => new ShotRecord(new Shot(row.GetInt32(0), row.Span(1)), Exact.Time(row.GetString(3)), row.TextOrNull(4)),
        ("$video", ordinal));

    public IReadOnlyList<Transcript> ReadTranscripts()
    {
        var utterances = connection.Rows(
            """
            SELECT transcript, starts, ends, text
            FROM utterance
            WHERE key BETWEEN $first AND $last
            ORDER BY transcript, position
            """,
            row => (Transcript: row.GetInt32(0), Utterance: new Utterance(row.Span(1), row.GetString(3))),
            ("$first", MomentKey.Whole(ordinal)),
            ("$last", MomentKey.Last(ordinal))).ToLookup(row => row.Transcript, row => row.Utterance);
        return connection.Rows(
            """
            SELECT number, language, origin_kind, origin_name, origin_version
            FROM transcript
            WHERE video = $video
            ORDER BY number
            """,
            row => new Transcript(row.TextOrNull(1), row.Origin(2), [.. utterances[row.GetInt32(0)]]),
            ("$video", ordinal));
    }

    public IReadOnlyList<Tag> ReadTags() => connection.Rows(
        """
        SELECT starts, ends, kind, label, confidence, origin_kind, origin_name, origin_version
        FROM tag
        WHERE key BETWEEN $first AND $last
        ORDER BY position
        """,
        row => new Tag(
            id, row.Span(0), row.GetString(2), row.GetString(3), new Confidence(row.GetDouble(4)), row.Origin(5)),
        ("$first", MomentKey.Whole(ordinal)),
        ("$last", MomentKey.Last(ordinal)));

    public FrameEvidence? ReadEvidence()
    {
        var evidence = connection.Rows(
            "SELECT time_base, zero, ends, frames FROM frame_evidence WHERE video = $video",
            row => new FrameEvidence(
                Exact.Fraction(row.GetString(0)),
                Exact.Time(row.GetString(1)),
                new long[row.GetInt64(3)],
                new FrameScore[row.GetInt64(3)],
                Exact.Time(row.GetString(2))),
            ("$video", ordinal)).SingleOrDefault();
        if (evidence is not { Timestamps: long[] timestamps, Scores: FrameScore[] scores })
        {
            return null;
        }

        var blocks = connection.Rows(
            "SELECT first_frame, frames FROM frame_block WHERE video = $video ORDER BY first_frame",
            row => (First: row.GetInt32(0), Frames: row.GetFieldValue<byte[]>(1)),
            ("$video", ordinal));
        foreach (var (first, frames) in blocks)
        {
            var count = Math.Min(FrameBlock.Size, timestamps.Length - first);
            FrameBlock.Unpack(frames, timestamps.AsSpan(first, count), scores.AsSpan(first, count));
        }

        return evidence;
    }
}
