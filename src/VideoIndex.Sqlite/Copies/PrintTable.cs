using Microsoft.Data.Sqlite;
using VideoIndex.Copies;
using VideoIndex.Copies.Pictures;
using VideoIndex.Copies.Sounds;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Copies;

/// <summary>Reads and writes the table <c>print</c>: a row a video, so that a library's prints are read in one go.</summary>
internal static class PrintTable
{
    /// <summary>Writes a video's prints, where it has none yet.</summary>
    public static void Write(SqliteConnection connection, long ordinal, VideoPrints prints) => connection.Run(
        "INSERT INTO print VALUES ($video, $version, $first, $pictures, $starts, $sound)",
        ("$video", ordinal),
        ("$version", PicturePrints.Version),
        ("$first", prints.Pictures.First),
        ("$pictures", prints.Pictures.Bytes.ToArray()),
        ("$starts", prints.Sound.Start.Text()),
        ("$sound", prints.Sound.Bytes.ToArray()));

    /// <summary>Reads all prints of today's version.</summary>
    public static IReadOnlyList<VideoPrints> Read(SqliteConnection connection) => Read(connection, "", ("$version", PicturePrints.Version));

    /// <summary>Reads the prints of a video, if they are of today's version; null where there are none.</summary>
    public static VideoPrints? Read(SqliteConnection connection, long ordinal) =>
        Read(connection, "AND ordinal = $ordinal", ("$version", PicturePrints.Version), ("$ordinal", ordinal)).SingleOrDefault();

    private static List<VideoPrints> Read(SqliteConnection connection, string which, params ReadOnlySpan<(string Name, object? Value)> values) => connection.Rows(
        $"""
        SELECT video.id, first_print, pictures, sound_starts, sound
        FROM print JOIN video ON video.ordinal = print.video
        WHERE version = $version {which} ORDER BY video.id
        """,
        row => new VideoPrints(
            VideoId.TryParse(row.GetString(0), out var id) ? id : throw new InvalidOperationException("A video's id is 32 hex digits."),
            new PicturePrints(row.GetInt32(1), (byte[])row[2]),
            new SoundPrint(Exact.Time(row.GetString(3)), (byte[])row[4])),
        values);
}
