using System.Text.Json;
using Microsoft.Data.Sqlite;
using VideoIndex.Looks;
using VideoIndex.Scenes;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
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
            SELECT transcript, starts, ends, text, confidence, words, speaker, language, dropped
            FROM utterance
            WHERE key BETWEEN $first AND $last
            ORDER BY transcript, position
            """,
            row => (Transcript: row.GetInt32(0), Utterance: row.Utterance(1)),
            ("$first", MomentKey.Whole(ordinal)),
            ("$last", MomentKey.Last(ordinal))).ToLookup(row => row.Transcript, row => row.Utterance);
        return connection.Rows(
            """
            SELECT number, language, origin_kind, origin_name, origin_version, track, channel, notes, (SELECT id FROM import WHERE import.number = transcript.import)
            FROM transcript
            WHERE video = $video
            ORDER BY number
            """,
            row => new Transcript(row.TextOrNull(1), row.Origin(2), [.. utterances[row.GetInt32(0)]])
            {
                Track = row.IsDBNull(5) ? null : row.GetInt32(5),
                Channel = row.TextOrNull(6),
                Notes = JsonSerializer.Deserialize(row.GetString(7), CatalogJson.Default.IReadOnlyListString)!,
                Import = row.TextOrNull(8),
            },
            ("$video", ordinal));
    }

    /// <summary>Reads the tags that were found or taken in; those that people added are among their reviews.</summary>
    public IReadOnlyList<Tag> ReadTags() => connection.Rows(
        """
        SELECT starts, ends, kind, label, confidence, origin_kind, origin_name, origin_version, box, angle, language, how, path, (SELECT id FROM import WHERE import.number = tag.import)
        FROM tag
        WHERE key BETWEEN $first AND $last AND human IS NULL
        ORDER BY position
        """,
        row => new Tag(
            id, row.Span(0), row.GetString(2), row.GetString(3), new Confidence(row.GetDouble(4)), row.Origin(5))
        {
            Box = row.TextOrNull(8) is { } box ? Exact.Box(box) : null,
            Angle = row.GetInt32(9),
            Language = row.TextOrNull(10),
            How = row.TextOrNull(11),
            Path = row.IsDBNull(12) ? null : TagPathForm.Read(row.GetFieldValue<byte[]>(12)),
            Import = row.TextOrNull(13),
        },
        ("$first", MomentKey.Whole(ordinal)),
        ("$last", MomentKey.Last(ordinal)));

    public IReadOnlyList<Transition> ReadTransitions() => connection.Rows(
        "SELECT kind, starts, ends, at FROM transition WHERE video = $video ORDER BY position",
        row => new Transition(TransitionNames.Of(row.GetString(0)), row.Span(1), Exact.Time(row.GetString(3))),
        ("$video", ordinal));

    public IReadOnlyList<Scene> ReadScenes() => connection.Rows(
        "SELECT number, starts, ends, first_shot, last_shot FROM scene WHERE video = $video ORDER BY number",
        row => new Scene(row.GetInt32(0), row.Span(1), row.GetInt32(3), row.GetInt32(4)),
        ("$video", ordinal));

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

        return evidence with { Sketches = ReadSketches(timestamps.Length), Looks = ReadLooks(), Detections = DetectionTable.Read(connection, ordinal) };
    }

    private FrameSketches ReadSketches(int frames)
    {
        var blocks = connection.Rows(
            "SELECT first_frame, sketches FROM sketch_block WHERE video = $video ORDER BY first_frame",
            row => (First: row.GetInt32(0), Sketches: row.GetFieldValue<byte[]>(1)),
            ("$video", ordinal));
        var sketches = new byte[blocks is [] ? 0 : frames * FrameSketches.Size];
        foreach (var (first, packed) in blocks)
        {
            var count = Math.Min(FrameBlock.Size, frames - first);
            SketchPacking.Unpack(packed, sketches.AsSpan(first * FrameSketches.Size, count * FrameSketches.Size));
        }

        return new FrameSketches(sketches);
    }

    private FrameLooks ReadLooks()
    {
        var (frames, facts) = (new List<int>(), new List<byte>());
        foreach (var packed in connection.Rows(
            "SELECT looks FROM look_block WHERE video = $video ORDER BY first_look", row => row.GetFieldValue<byte[]>(0), ("$video", ordinal)))
        {
            LookBlock.Unpack(packed, frames, facts);
        }

        return new FrameLooks(frames, facts.ToArray());
    }
}
