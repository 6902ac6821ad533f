using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using VideoIndex.Importing;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Importing;

/// <summary>Reads and writes the table <c>import</c>.</summary>
internal static class ImportTable
{
    /// <summary>Writes one, in the place of one with the same id.</summary>
    public static void Write(SqliteConnection connection, long ordinal, Import import) => connection.Run(
        """
        INSERT INTO import (video, id, name, format, made, tags, transcripts, complaints, verbatim)
        VALUES ($video, $id, $name, $format, $made, $tags, $transcripts, $complaints, $verbatim)
        ON CONFLICT (id) DO UPDATE SET (video, name, format, made, tags, transcripts, complaints, verbatim)
            = ($video, $name, $format, $made, $tags, $transcripts, $complaints, $verbatim)
        """,
        ("$video", ordinal),
        ("$id", import.Id),
        ("$name", import.Name),
        ("$format", import.Format),
        ("$made", import.Made.ToString("O", CultureInfo.InvariantCulture)),
        ("$tags", ImportForm.Write(import.Tags)),
        ("$transcripts", ImportForm.Write(import.Transcripts)),
        ("$complaints", JsonSerializer.Serialize(import.Complaints, CatalogJson.Default.IReadOnlyListString)),
        ("$verbatim", import.Verbatim));

    /// <summary>Reads those of a video, the oldest first.</summary>
    public static List<Import> Read(SqliteConnection connection, long ordinal, VideoId video) => connection.Rows(
        "SELECT id, name, format, made, tags, transcripts, complaints, verbatim FROM import WHERE video = $video ORDER BY number",
        row => new Import(
            row.GetString(0),
            video,
            row.GetString(1),
            row.GetString(2),
            StoreClock.Read(row.GetString(3)),
            ImportForm.ReadTags(row.GetFieldValue<byte[]>(4), video),
            ImportForm.ReadTranscripts(row.GetFieldValue<byte[]>(5)))
        {
            Complaints = JsonSerializer.Deserialize(row.GetString(6), CatalogJson.Default.IReadOnlyListString)!,
            Verbatim = row.TextOrNull(7),
        },
        ("$video", ordinal));

    /// <summary>Reads what of them is found by, the oldest first, each with the number of its row.</summary>
    public static List<TakenIn> ReadMoments(SqliteConnection connection, long ordinal) => connection.Rows(
        "SELECT number, video.id, tags, transcripts FROM import JOIN video ON video.ordinal = import.video WHERE import.video = $video ORDER BY number",
        row => new TakenIn(
            row.GetInt64(0),
            ImportForm.ReadTags(row.GetFieldValue<byte[]>(2), VideoId.TryParse(row.GetString(1), out var id) ? id : default),
            ImportForm.ReadTranscripts(row.GetFieldValue<byte[]>(3))),
        ("$video", ordinal));

    /// <summary>Returns whether a video has one.</summary>
    public static bool Has(SqliteConnection connection, long ordinal, string id) =>
        connection.Number("SELECT count(*) FROM import WHERE video = $video AND id = $id", ("$video", ordinal), ("$id", id)) > 0;

    /// <summary>Deletes one.</summary>
    public static void Delete(SqliteConnection connection, long ordinal, string id) =>
        connection.Run("DELETE FROM import WHERE video = $video AND id = $id", ("$video", ordinal), ("$id", id));
}

/// <summary>What came in with one import.</summary>
internal sealed record TakenIn(long Number, IReadOnlyList<Tag> Tags, IReadOnlyList<Transcript> Transcripts);
