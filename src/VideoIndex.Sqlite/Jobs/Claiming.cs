using Microsoft.Data.Sqlite;
using VideoIndex.Jobs;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Jobs;

/// <summary>Hands out jobs.</summary>
internal sealed class Claiming(SqliteConnection connection, RetryRules rules, StoreClock clock)
{
    private readonly JobTable _jobs = new(connection, clock);
    private readonly RunTable _runs = new(connection, clock);

    /// <summary>Returns leases of the most urgent jobs that are due.</summary>
    /// <remarks>
    /// One that was handed out in vain before is handed out alone: if it is what kills its workers, those beside it would
    /// be given up with it. An owner who has something to do gets nothing more until it has nothing, and then that job.
    /// </remarks>
    public IReadOnlyList<Lease> Claim(Claim claim)
    {
        var leases = new List<Lease>();
        var (held, isAlone) = HeldBy(claim.Owner);
        if (isAlone)
        {
            return leases;
        }

        while (leases.Count < claim.Most && Due(claim, claim.Most - leases.Count) is { Count: > 0 } due)
        {
            foreach (var job in due)
            {
                if (job.Job.Deliveries >= rules.MostDeliveries)
                {
                    Bury(job);
                }
                else if (job.Job.Deliveries - job.Job.Failures < rules.MostInCompany)
                {
                    leases.Add(Lease(job, claim));
                }
                else
                {
                    return held + leases.Count == 0 ? [Lease(job, claim)] : leases;
                }
            }
        }

        return leases;
    }

    /// <summary>Returns how long until a job is due; zero when one is, null when none is open.</summary>
    public TimeSpan? NextDue()
    {
        var due = connection.Rows(
            $"""
            SELECT min(due_ms) FROM job WHERE {JobTable.IsOpen} AND boot = $boot
            UNION ALL SELECT min(due_ms) - min(due_ms) FROM job WHERE {JobTable.IsOpen} AND boot < $boot
            UNION ALL SELECT min(due_ms) - min(due_ms) FROM job WHERE {JobTable.IsOpen} AND boot > $boot
            """,
            row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0),
            ("$boot", clock.Boot)).Min();
        return due is { } at ? TimeSpan.FromMilliseconds(Math.Max(0, at - clock.Now)) : null;
    }

    // How many jobs an owner is at, and whether one of them is to be done alone. A lease that has run out is not held: its
    // work may have come to a stand, and must be taken away even from the only worker there is.
    private (int Held, bool IsAlone) HeldBy(string owner) => connection.Rows(
        """
        SELECT count(*), coalesce(max(deliveries - 1 - failures >= $most), 0)
        FROM job WHERE owner = $owner AND state = 'leased' AND due_ms > $now AND boot = $boot
        """,
        row => (row.GetInt32(0), row.GetBoolean(1)),
        ("$owner", owner),
        ("$most", rules.MostInCompany),
        ("$now", clock.Now),
        ("$boot", clock.Boot)).Single();

    // Each queue is looked at by its own index, so that an empty one is seen to be empty however long the others are.
    private List<JobRow> Due(Claim claim, int most)
    {
        var queues = claim.Queues.Select((queue, at) => ($"$queue{at}", (object?)queue)).ToList();
        var urgent = queues.Count == 0 ? Urgent("") : string.Join(" UNION ALL ", queues.Select(queue => Urgent($"AND queue = {queue.Item1}")));
        return _jobs.Read(
            $"WHERE job.number IN ({urgent}) ORDER BY priority DESC, job.number LIMIT $most",
            [("$now", clock.Now), ("$boot", clock.Boot), ("$most", most), .. queues]);

        static string Urgent(string where) =>
            $"""
            SELECT number FROM (
                SELECT number FROM job
                WHERE {JobTable.IsOpen} AND (due_ms <= $now OR boot <> $boot) {where}
                ORDER BY priority DESC, number
                LIMIT $most)
            """;
    }

    private Lease Lease(JobRow job, Claim claim)
    {
        var token = connection.Number("UPDATE fence SET token = token + 1 RETURNING token");
        connection.Run(
            """
            UPDATE job
            SET state = 'leased', owner = $owner, token = $token, deliveries = deliveries + 1, progress = 0, due_ms = $ends, boot = $boot
            WHERE number = $number
            """,
            ("$number", job.Number),
            ("$owner", claim.Owner),
            ("$token", token),
            ("$ends", clock.Now + (long)claim.Length.TotalMilliseconds),
            ("$boot", clock.Boot));
        _runs.Begin(job.Key.Video, job.Key.Run);
        return new Lease(job.Number, job.Order, token, claim.Length, job.Job.Deliveries + 1, job.Job.Failures);
    }

    private void Bury(JobRow job) => new Settling(connection, rules, clock).Bury(job, new Failure(
        FailureKind.Permanent,
        "worker-died",
        string.Create(null, $"It was handed out {job.Job.Deliveries} times, and nobody who had it came back."),
        $"worker-died {job.Key.Stage}"));
}
