using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Reviews;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Tests.Keeping;

/// <summary>What the tables that search reads say of a video.</summary>
internal static class Findable
{
    public static SqliteConnection Connect(this LibraryFolder folder)
    {
        var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        connection.Run("PRAGMA foreign_keys = ON");
        return connection;
    }

    /// <summary>Returns each claim in order of time: <c>chapter 0-9 Intro rejected</c>.</summary>
    public static Task<IReadOnlyList<string>> FindableAsync(this LibraryFolder folder, VideoId video)
    {
        using var connection = folder.Connect();
        return Task.FromResult<IReadOnlyList<string>>(connection.Rows(
            """
            SELECT key, kind, starts, ends, label, status FROM tag WHERE key >> 42 = (SELECT ordinal FROM video WHERE id = $video)
            UNION ALL
            SELECT key, 'say', starts, ends, trim(text), status FROM utterance WHERE dropped IS NULL AND key >> 42 = (SELECT ordinal FROM video WHERE id = $video)
            ORDER BY key
            """,
            row => $"{row.GetString(1)} {row.GetString(2)}-{row.GetString(3)} {row.GetString(4)} {JudgedMoments.Status(row, 5)}",
            ("$video", video.ToString())));
    }
}
