using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoIndex.Media;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Search.Things;

/// <summary>What facets say of videos, and of logos and objects, each table read once.</summary>
/// <param name="connection">The connection.</param>
/// <param name="wanted">The facets that are counted.</param>
internal sealed class VideoLabels(SqliteConnection connection, IReadOnlyList<string> wanted)
{
    private const int MostKeys = 500;

    private readonly Dictionary<long, string> _ids = wanted.Contains("video") ? Read(connection, "SELECT ordinal, id FROM video") : [];
    private readonly Dictionary<long, string> _recorded = wanted.Contains("recorded")
        ? Read(connection, "SELECT ordinal, probe ->> '$.attributes.creation_time' FROM video WHERE probe ->> '$.attributes.creation_time' IS NOT NULL")
        : [];

    private readonly ILookup<long, string> _collections = (wanted.Contains("collection")
        ? connection.Rows(
            "SELECT video, name FROM in_collection JOIN collection ON collection.number = in_collection.collection ORDER BY folded", row => (Video: row.GetInt64(0), Name: row.GetString(1)))
        : []).ToLookup(row => row.Video, row => row.Name);

    /// <summary>Returns the values of a facet that all moments of a video have; null for one of which each has its own.</summary>
    public IReadOnlyList<string>? Of(string facet, long video) => facet switch
    {
        "video" => [_ids[video]],
        "collection" => [.. _collections[video]],
        "recorded" => _recorded.TryGetValue(video, out var text) && Recorded(text) is { } date ? [date.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)] : [],
        _ => null,
    };

    /// <summary>Returns the labels of tags, each with how many of them have it.</summary>
    public IEnumerable<(string Label, long Tags)> Of(IReadOnlyList<long> keys) => keys.Chunk(MostKeys)
        .SelectMany(some => connection.Rows($"SELECT label FROM tag WHERE key IN ({string.Join(',', some)})", row => row.GetString(0)))
        .CountBy(label => label).Select(label => (label.Key, (long)label.Value));

    private static DateTimeOffset? Recorded(string text) => new MediaProbe { Format = "", Attributes = new Dictionary<string, string> { ["creation_time"] = text } }.Recorded;

    private static Dictionary<long, string> Read(SqliteConnection connection, string sql) => connection.Rows(sql, row => (row.GetInt64(0), row.GetString(1))).ToDictionary();
}
