using Microsoft.Data.Sqlite;
using VideoIndex.Jobs;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Jobs;

/// <summary>Reads and writes why jobs failed. Nothing here is ever changed; it goes with its job.</summary>
internal sealed class FailureTable(SqliteConnection connection, StoreClock clock)
{
    /// <summary>Reads a failure from four neighbouring columns.</summary>
    public static Failure Read(SqliteDataReader row, int column) => new(
        Enum.Parse<FailureKind>(row.GetString(column), ignoreCase: true),
        row.GetString(column + 1),
        row.GetString(column + 2),
        row.GetString(column + 3));

    /// <summary>Adds a failure to a job's history and returns its number.</summary>
    public long Add(long job, Failure failure) => connection.Number(
        """
        INSERT INTO job_failure (job, at, kind, code, sentence, fingerprint)
        VALUES ($job, $at, $kind, $code, $sentence, $fingerprint)
        RETURNING number
        """,
        ("$job", job),
        ("$at", clock.TodayText),
        ("$kind", failure.Kind == FailureKind.Permanent ? "permanent" : "transient"),
        ("$code", failure.Code),
        ("$sentence", failure.Sentence),
        ("$fingerprint", failure.Fingerprint));

    /// <summary>Returns a job's failures, oldest first.</summary>
    public IReadOnlyList<PastFailure> HistoryOf(long job) => connection.Rows(
        "SELECT at, kind, code, sentence, fingerprint FROM job_failure WHERE job = $job ORDER BY number",
        row => new PastFailure(StoreClock.Read(row.GetString(0)), Read(row, 1)),
        ("$job", job));
}
