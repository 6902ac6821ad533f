using Microsoft.Data.Sqlite;

namespace VideoIndex.Sqlite.Storage;

/// <summary>What every connection is set to, and that it really is.</summary>
internal static class ConnectionSettings
{
    private static readonly (string Name, string Value, string Expected)[] Settings =
    [
        ("busy_timeout", "10000", "10000"), // milliseconds to wait for another program's write
        ("journal_mode", "WAL", "wal"), // readers go on while one writes
        ("synchronous", "FULL", "2"), // what is committed survives a power cut
        ("foreign_keys", "ON", "1"),
        ("secure_delete", "ON", "1"), // what is deleted is overwritten
    ];

    public static void Apply(SqliteConnection connection)
    {
        foreach (var (name, value, expected) in Settings)
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
