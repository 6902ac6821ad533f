using Microsoft.Data.Sqlite;

namespace VideoIndex.Sqlite.Storage;

/// <summary>The shape of <c>library.db</c>, and which shapes this program reads.</summary>
internal static class Schema
{
    /// <summary>The version this program writes. A new step, or a change to what a word is, raises it.</summary>
    public const int Version = 7;

    // "VIDX": says whose file it is, so that another program's database is never written to.
    private const int ApplicationId = 0x56494458;

    /// <summary>Gets what leads from each version to the next, beginning with an empty file. A step that was released never changes.</summary>
    public static IReadOnlyList<string> Steps { get; } =
    [
        Read("schema.sql"), Read("schema-2.sql"), Read("schema-3.sql"), Read("schema-4.sql"), Read("schema-5.sql"),
        Read(
            "schema-6-answers.sql", "schema-6-postings.sql", "schema-6-metadata.sql", "schema-6-vocabulary.sql", "schema-6-similar.sql", "schema-6-alerts.sql"),
        Read("schema-7.sql"),
    ];

    /// <summary>Takes a file from its version to another, inside the transaction that is open.</summary>
    public static void Advance(SqliteConnection connection, int from, int to)
    {
        foreach (var step in Steps.Take(to).Skip(from))
        {
            connection.Run(step);
        }

        connection.Run($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {to};");
    }

    /// <summary>Returns which version a file has; 0 for an empty one.</summary>
    /// <exception cref="LibraryException">The file is newer than this program, or another program's.</exception>
    public static int VersionOf(SqliteConnection connection, string file)
    {
        // In this order: another program may be making the library just now, its tables and its marks in one transaction.
        if (connection.Number("SELECT count(*) FROM sqlite_master") == 0)
        {
            return 0;
        }

        var owner = connection.Number("PRAGMA application_id");
        var version = connection.Number("PRAGMA user_version");
        if (owner != ApplicationId || version < 1)
        {
            throw new LibraryException("not-a-library", $"{file} is a database of another program, not a VideoIndex library.");
        }

        return version <= Version
            ? (int)version
            : throw new LibraryException(
                "library-newer",
                $"{file} was written by a newer VideoIndex (schema {version}; this one reads up to {Version}): "
                + "update VideoIndex to open it.");
    }

    // A step of several parts is one step: each part is of one kind of thing.
    private static string Read(params IReadOnlyList<string> parts) => string.Join('\n', parts.Select(ReadPart));

    private static string ReadPart(string name)
    {
        using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
