using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Access;

/// <summary>What every connection is set to, and that it really is.</summary>
internal static class ConnectionSettings
{
    private static readonly string[] Levels = ["OFF", "NORMAL", "FULL", "EXTRA"]; // SQLite answers with the number

    public static void Apply(SqliteConnection connection, LibrarySettings settings)
    {
        var patience = ((long)settings.Patience.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        var synchronous = Array.IndexOf(Levels, settings.Synchronous).ToString(CultureInfo.InvariantCulture);
        (string Name, string Value, string Expected)[] all =
        [
            ("busy_timeout", patience, patience), // milliseconds to wait for another program's write
            ("journal_mode", "WAL", "wal"), // readers go on while one writes
            ("synchronous", settings.Synchronous, synchronous), // what is committed survives a power cut
            ("foreign_keys", "ON", "1"),
            ("secure_delete", "ON", "1"), // what is deleted is overwritten
        ];
        foreach (var (name, value, expected) in all)
        {
            connection.Run($"PRAGMA {name} = {value}");
            var actual = connection.Rows($"PRAGMA {name}", row => row.GetString(0))[0];
            if (actual != expected)
            {
                throw new LibraryException(
                    "library-not-opened", $"{connection.DataSource} cannot be used: SQLite keeps {name} at {actual}, not {expected}.");
            }
        }
    }
}
