using System.Text.Json;
using Microsoft.Data.Sqlite;
using VideoIndex.Objects;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Catalog;

/// <summary>Writes and reads what detectors saw of a video.</summary>
internal static class DetectionTable
{
    public static void Write(SqliteConnection connection, long ordinal, IReadOnlyList<DetectionLog> logs)
    {
        using var block = connection.Statement("INSERT INTO detection_block VALUES ($video, $kind, $first, $detections)");
        foreach (var log in logs)
        {
            connection.Run(
                "INSERT INTO detector VALUES ($video, $kind, $by, $name, $version, $labels, $looks)",
                ("$video", ordinal),
                ("$kind", log.Kind),
                ("$by", log.Detector.Kind),
                ("$name", log.Detector.Name),
                ("$version", log.Detector.Version),
                ("$labels", JsonSerializer.Serialize(log.Labels, CatalogJson.Default.IReadOnlyListString)),
                ("$looks", log.Looks.Count));
            for (var first = 0; first < log.Looks.Count; first += DetectionBlock.Size)
            {
                var count = Math.Min(DetectionBlock.Size, log.Looks.Count - first);
                block.Run(
                    ("$video", ordinal),
                    ("$kind", log.Kind),
                    ("$first", first),
                    ("$detections", DetectionBlock.Pack(log.Looks.Skip(first).Take(count), count)));
            }
        }
    }

    public static IReadOnlyList<DetectionLog> Read(SqliteConnection connection, long ordinal) =>
    [
        .. connection.Rows(
            "SELECT kind, origin_kind, origin_name, origin_version, labels FROM detector WHERE video = $video ORDER BY kind DESC",
            row => new DetectionLog(row.GetString(0), row.Origin(1), JsonSerializer.Deserialize(row.GetString(4), CatalogJson.Default.IReadOnlyListString)!, []),
            ("$video", ordinal)).Select(log => log with { Looks = Looks(connection, ordinal, log.Kind) }),
    ];

    private static List<IReadOnlyList<SeenObject>?> Looks(SqliteConnection connection, long ordinal, string kind)
    {
        var looks = new List<IReadOnlyList<SeenObject>?>();
        foreach (var packed in connection.Rows(
            "SELECT detections FROM detection_block WHERE video = $video AND kind = $kind ORDER BY first_look",
            row => row.GetFieldValue<byte[]>(0),
            ("$video", ordinal),
            ("$kind", kind)))
        {
            DetectionBlock.Unpack(packed, looks);
        }

        return looks;
    }
}
