using Microsoft.Data.Sqlite;

namespace VideoIndex.Sqlite.Storage;

/// <summary>The shape of <c>library.db</c>, and which shapes this program reads.</summary>
internal static class Schema
{
    /// <summary>The version this program writes. A change to schema.sql, or to what a word is, raises it.</summary>
    public const int Version = 1;

    // "VIDX": says whose file it is, so that another program's database is never written to.
    private const int ApplicationId = 0x56494458;

    public static string Text { get; } = Read();

    /// <summary>Creates the schema in an empty file; refuses a file that is newer or another program's.</summary>
    public static void Prepare(SqliteConnection connection, string file)
    {
        if (IsCurrent(connection, file))
        {
            return;
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        if (!IsCurrent(connection, file)) // another program may have been faster
        {
            connection.Run(Text);
            connection.Run($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
        }

        transaction.Commit();
    }

    /// <summary>Returns whether the file has the schema; an empty file has not.</summary>
    /// <exception cref="LibraryException">The file is newer than this program, or another program's.</exception>
    public static bool IsCurrent(SqliteConnection connection, string file)
    {
        var owner = connection.Number("PRAGMA application_id");
        var version = connection.Number("PRAGMA user_version");
        var empty = connection.Number("SELECT count(*) FROM sqlite_master") == 0;
        if (empty)
        {
            return false;
        }

        if (owner != ApplicationId || version < 1)
        {
            throw new LibraryException("not-a-library", $"{file} is a database of another program, not a VideoIndex library.");
        }

        return version <= Version
            ? true
            : throw new LibraryException(
                "library-newer",
                $"{file} was written by a newer VideoIndex (schema {version}; this one reads up to {Version}): "
                + "update VideoIndex to open it.");
    }

    private static string Read()
    {
        using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream("schema.sql")!);
        return reader.ReadToEnd();
    }
}
