using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Tests;

/// <summary>A library as version 1 left it: its schema, and videos in it.</summary>
internal static class OldLibrary
{
    /// <summary>What <see cref="Describe"/> says of it.</summary>
    public const string Rows = "3 videos, 600 utterances, 600 goals";

    private const int Videos = 3, Lines = 200;

    public static VideoId Id(int video) => A.Id($"{video}.mp4");

    public static void Create(string file, string? fileSystem = null)
    {
        SqliteEngine.Describe();
        var source = fileSystem is null ? file : $"file:{file}?vfs={fileSystem}";
        using var connection = new SqliteConnection($"Data Source={source};Pooling=False");
        connection.Open();
        ConnectionSettings.Apply(connection, new LibrarySettings());
        connection.Run("BEGIN IMMEDIATE");
        Schema.Advance(connection, from: 0, to: 1);
        for (var video = 0; video < Videos; video++)
        {
            AddVideo(connection, video);
        }

        connection.Run("COMMIT");
    }

    public static string Describe(SqliteConnection connection) => string.Create(
        CultureInfo.InvariantCulture,
        $"{connection.Number("SELECT count(*) FROM video")} videos, {connection.Number("SELECT count(*) FROM utterance")} utterances, "
        + $"{connection.Number("SELECT count(*) FROM utterance WHERE text LIKE '%goal%'")} goals");

    private static void AddVideo(SqliteConnection connection, int number)
    {
        var ordinal = connection.Number(
            """
            INSERT INTO video (id, path, bytes, modified, added, state, extent_starts, extent_ends, frames, meter, notes)
            VALUES ($id, $path, 1000, $day, $day, 'ok', '0', '600', 15000, $meter, '[]')
            RETURNING ordinal
            """,
            ("$id", Id(number).ToString()),
            ("$path", $"/films/{number}.mp4"),
            ("$day", A.Day(1).ToString("O", CultureInfo.InvariantCulture)),
            ("$meter", number == 0 ? null : """{"wallMilliseconds":1500,"decodes":1,"stages":{"probe":20,"decode":1400}}"""));
        connection.Run("INSERT INTO transcript VALUES ($video, 0, 'en', 'captions', 'mov_text track 1', '')", ("$video", ordinal));
        connection.Run("INSERT INTO words (rowid, video) VALUES ($key, $name)", ("$key", MomentKey.Whole(ordinal)), ("$name", $"film {number}"));
        for (var line = 0; line < Lines; line++)
        {
            var key = MomentKey.Whole(ordinal) + 1 + line;
            connection.Run(
                "INSERT INTO utterance VALUES ($key, 0, $line, $starts, $ends, 0, $text)",
                ("$key", key), ("$line", line), ("$starts", $"{line}"), ("$ends", $"{line + 1}"), ("$text", $"a goal {line}"));
            connection.Run("INSERT INTO words (rowid, say) VALUES ($key, $text)", ("$key", key), ("$text", $"a goal {line}"));
        }
    }
}
