using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace VideoIndex.Sqlite.Access;

/// <summary>Says in our words why SQLite refused.</summary>
internal static class Refusal
{
    private const int NoRoomForIndex = SQLITE_IOERR_SHMSIZE; // how a full disk shows where the log's index must grow

    /// <summary>Returns whether a failure is of the disk being full.</summary>
    public static bool IsFull(SqliteException refused) =>
        refused.SqliteErrorCode == SQLITE_FULL || refused.SqliteExtendedErrorCode == NoRoomForIndex;

    /// <summary>Returns the exception to throw for one: another where there is more to say, the same where there is not.</summary>
    public static Exception Of(Exception thrown, string file) => thrown is not SqliteException refused ? thrown : refused.SqliteErrorCode switch
    {
        _ when IsFull(refused) => new LibraryException(
            "library-full", $"The disk {file} is on is full; what was being saved was not.", refused),
        SQLITE_IOERR or SQLITE_PROTOCOL => new LibraryException(
            "library-disk-error", $"The disk {file} is on reports an error: {refused.Message}", refused),
        SQLITE_NOTADB => new LibraryException("not-a-library", $"{file} is not a VideoIndex library.", refused),
        SQLITE_CORRUPT => new LibraryException(
            "library-damaged", $"{file} is damaged: restore a copy, or index the videos again.", refused),
        SQLITE_CANTOPEN or SQLITE_READONLY => new LibraryException(
            "library-not-opened", $"{file} cannot be opened for writing: {refused.Message}", refused),
        SQLITE_BUSY or SQLITE_LOCKED => new LibraryException(
            "library-busy", $"Another program has been writing to {file} for too long; nothing was saved. Try again.", refused),
        _ => refused,
    };

    /// <summary>Runs work and says in our words why it was refused.</summary>
    public static T Told<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException refused) when (Of(refused, file) is LibraryException told)
        {
            throw told;
        }
    }
}
