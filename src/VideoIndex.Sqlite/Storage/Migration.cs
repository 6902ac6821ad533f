using Microsoft.Data.Sqlite;

namespace VideoIndex.Sqlite.Storage;

/// <summary>Brings a file to the schema of this program, in one transaction, after a backup of what is in it.</summary>
/// <remarks>Whenever it is cut short, the file has the old schema or the new one, whole.</remarks>
internal sealed class Migration(SqliteConnection connection, string file)
{
    /// <summary>Returns where a library of an older version is kept: <c>library.db.v1-backup</c>.</summary>
    public static string BackupOf(string file, int version) => $"{file}.v{version}-backup";

    /// <summary>Deletes the backups beside a library: they, too, hold what was removed from it since.</summary>
    public static void DeleteBackups(string file)
    {
        foreach (var version in Enumerable.Range(1, Schema.Version - 1))
        {
            File.Delete(BackupOf(file, version));
        }
    }

    /// <summary>Creates the schema in an empty file, and takes an older one to it.</summary>
    /// <returns>Whether there was anything to do.</returns>
    /// <exception cref="LibraryException">The file is newer than this program, or another program's.</exception>
    public bool Run()
    {
        if (Schema.VersionOf(connection, file) == Schema.Version)
        {
            return false;
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        var version = Schema.VersionOf(connection, file); // another program may have been faster
        if (version is > 0 and < Schema.Version)
        {
            BackUp(version);
        }

        Schema.Advance(connection, version, Schema.Version);
        transaction.Commit();
        return true;
    }

    // Nobody else writes meanwhile: the transaction that is open holds the write lock. So the name is ours, too.
    private void BackUp(int version)
    {
        var (backup, part) = (BackupOf(file, version), BackupOf(file, version) + ".part");
        File.Delete(part); // of one that was cut short
        try
        {
            CopyTo(part);
            Durable.Sync(part);
            File.Move(part, backup, overwrite: true);
            Durable.SyncFolder(Path.GetDirectoryName(backup)!);
        }
        catch
        {
            File.Delete(part); // where the disk was full, it is part of why
            throw;
        }
    }

    private void CopyTo(string part)
    {
        using var source = new SqliteConnection(connection.ConnectionString);
        using var copy = new SqliteConnection($"Data Source={part};Pooling=False");
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
    }
}
