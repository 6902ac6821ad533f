using Microsoft.Data.Sqlite;
using VideoIndex.Similar;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Similar;

/// <summary>Reads and writes the table <c>vectors</c>: a row a video and kind, so that a library's vectors are read in one go.</summary>
internal static class VectorTable
{
    // First looks have shots too, and no vectors: they are made of the whole.
    private const string Finished = "video.state IN ('ok', 'degraded')";

    /// <summary>Writes a video's vectors of a kind, in the place of those it had.</summary>
    public static void Write(SqliteConnection connection, long ordinal, VideoVectors vectors) => connection.Run(
        "INSERT OR REPLACE INTO vectors VALUES ($video, $kind, $name, $version, $dimensions, $count, $moments, $codes)",
        ("$video", ordinal),
        ("$kind", VectorKinds.NameOf(vectors.Source.Kind)),
        ("$name", vectors.Source.Name),
        ("$version", vectors.Source.Version),
        ("$dimensions", vectors.Dimensions),
        ("$count", vectors.Moments.Count),
        ("$moments", VectorMoments.Pack(vectors.Moments)),
        ("$codes", vectors.Coded.ToArray()));

    /// <summary>Takes out the vectors of a video's pictures: its shots are others now.</summary>
    public static void ForgetPictures(SqliteConnection connection, long ordinal) =>
        connection.Run("DELETE FROM vectors WHERE video = $video AND kind IN ('picture-evidence', 'picture-embedding')", ("$video", ordinal));

    /// <summary>Takes out the vectors of what is said in a video.</summary>
    public static void ForgetText(SqliteConnection connection, long ordinal) =>
        connection.Run("DELETE FROM vectors WHERE video = $video AND kind = 'text-embedding'", ("$video", ordinal));

    public static IReadOnlyList<VideoVectors> Read(SqliteConnection connection, VectorSource source) => connection.Rows(
        $"""
        SELECT video.id, dimensions, count, moments, codes
        FROM vectors JOIN video ON video.ordinal = vectors.video
        WHERE kind = $kind AND name = $name AND version = $version AND {Finished} ORDER BY video.id
        """,
        row => new VideoVectors(
            Id(row.GetString(0)), source, row.GetInt32(1), new VectorMoments(row.GetFieldValue<byte[]>(3), row.GetInt32(2)), row.GetFieldValue<byte[]>(4)),
        ("$kind", VectorKinds.NameOf(source.Kind)),
        ("$name", source.Name),
        ("$version", source.Version));

    /// <summary>Reads all vectors of a video, whoever made them.</summary>
    public static List<VideoVectors> Read(SqliteConnection connection, long ordinal, VideoId video) => connection.Rows(
        "SELECT kind, name, version, dimensions, count, moments, codes FROM vectors WHERE video = $video",
        row => new VideoVectors(
            video,
            new VectorSource(VectorKinds.Of(row.GetString(0)), row.GetString(1), row.GetString(2)),
            row.GetInt32(3),
            new VectorMoments(row.GetFieldValue<byte[]>(5), row.GetInt32(4)),
            row.GetFieldValue<byte[]>(6)),
        ("$video", ordinal));

    public static IReadOnlyList<VideoId> Without(SqliteConnection connection, VectorSource source) => connection.Rows(
        $"""
        SELECT id FROM video
        WHERE {Finished} AND {(source.Kind == VectorKind.TextEmbedding ? Said : "EXISTS (SELECT 1 FROM shot WHERE shot.video = video.ordinal)")}
            AND NOT EXISTS (SELECT 1 FROM vectors WHERE vectors.video = video.ordinal AND kind = $kind AND name = $name AND version = $version)
        ORDER BY id
        """,
        row => Id(row.GetString(0)),
        ("$kind", VectorKinds.NameOf(source.Kind)),
        ("$name", source.Name),
        ("$version", source.Version));

    /// <summary>Returns the moments of today that vectors of a kind are of: shots, or utterances that were not dropped.</summary>
    public static HashSet<VectorMoment> Moments(SqliteConnection connection, long ordinal, VectorKind kind) => kind == VectorKind.TextEmbedding
        ? [.. connection.Rows(
            "SELECT starts, ends FROM utterance WHERE key BETWEEN $first AND $last AND dropped IS NULL",
            row => new VectorMoment(row.Span(0), Exact.Time(row.GetString(0))),
            ("$first", MomentKey.Whole(ordinal)),
            ("$last", MomentKey.Last(ordinal)))]
        : [.. connection.Rows(
            "SELECT starts, ends, keyframe_at FROM shot WHERE video = $video",
            row => new VectorMoment(row.Span(0), Exact.Time(row.GetString(2))),
            ("$video", ordinal))];

    private static readonly string Said = $"EXISTS (SELECT 1 FROM utterance WHERE key BETWEEN video.ordinal << {MomentKey.BelowVideo} AND ((video.ordinal + 1) << {MomentKey.BelowVideo}) - 1 AND dropped IS NULL)";

    private static VideoId Id(string text) => VideoId.TryParse(text, out var id) ? id : throw new InvalidOperationException("A video's id is 32 hex digits.");
}
