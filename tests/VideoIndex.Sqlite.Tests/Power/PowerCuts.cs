using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Tests.Power;

/// <summary>What came of cutting the power many times.</summary>
/// <param name="Points">How often it was cut.</param>
/// <param name="Kept">How many promises had been given by then and were looked for, in all.</param>
/// <param name="Lost">Promises that were not kept, and where.</param>
/// <param name="Damage">What was damaged or contradicted itself, and where.</param>
internal sealed record Outcome(int Points, long Kept, IReadOnlyList<string> Lost, IReadOnlyList<string> Damage);

/// <summary>Cuts the power at many moments of a recorded run, and looks at what is left each time.</summary>
internal static class PowerCuts
{
    /// <summary>Looks at a library that a power cut left behind, and says what is wrong.</summary>
    public delegate IEnumerable<string> Look(SqliteConnection connection);

    /// <param name="log">What was recorded.</param>
    /// <param name="points">How often the power is cut.</param>
    /// <param name="seed">Chooses the moments, and what is lost.</param>
    /// <param name="look">Says what is wrong.</param>
    /// <param name="from">The operations that are done before the first cut.</param>
    public static Outcome Try(DiskLog log, int points, int seed, Look look, int from = 0)
    {
        var random = new Random(seed);
        var moments = Enumerable.Range(0, points).Select(_ => random.Next(from, log.Operations.Count + 1)).Order().ToList();
        var (disk, done) = (new Disk(), 0);
        var (lost, damage, looked) = (new List<string>(), new List<string>(), 0L);
        foreach (var moment in moments)
        {
            for (; done < moment; done++)
            {
                disk.Do(log.Operations[done]);
            }

            var cut = (Cut)random.Next(4);
            var where = $"seed {seed}, after {moment} of {log.Operations.Count} operations, {cut}";
            using var folder = new LibraryFolder();
            disk.WriteTo(folder.Path, cut, random);
            var due = log.Promises.TakeWhile(promise => promise.At <= moment).Select(promise => promise.Promise).ToList();
            if (!File.Exists(folder.File) || new FileInfo(folder.File).Length == 0)
            {
                lost.AddRange(due.Take(1).Select(promise => $"{where}: {promise}, and everything else"));
                continue;
            }

            using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
            connection.Open();
            damage.AddRange(Damage(connection, look).Select(what => $"{where}: {what}"));
            if (due.Exists(promise => promise.Step > 0))
            {
                var ledger = new Ledger(connection);
                lost.AddRange(due.Where(promise => !ledger.Holds(promise)).Select(promise => $"{where}: {promise}"));
                looked += due.Count;
            }
        }

        return new Outcome(points, looked, lost, damage);
    }

    private static List<string> Damage(SqliteConnection connection, Look look)
    {
        try
        {
            var integrity = connection.Rows("PRAGMA integrity_check", row => row.GetString(0));
            return integrity is ["ok"] ? [.. look(connection)] : integrity;
        }
        catch (SqliteException e)
        {
            return [e.Message];
        }
    }
}
