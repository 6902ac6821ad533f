using VideoIndex.Events;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Events;

/// <summary>The events in <c>library.db</c>.</summary>
internal sealed class SqliteOutbox(Database database) : IOutbox
{
    public Task<IReadOnlyList<CloudEvent>> ReadAsync(long after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return database.ReadAsync<IReadOnlyList<CloudEvent>>(
            connection => connection.Rows(
                """
                SELECT sequence, 'urn:videoindex:library:' || library.id, type, subject, at, data
                FROM outbox, library
                WHERE sequence > $after
                ORDER BY sequence
                LIMIT $most
                """,
                row => new CloudEvent(
                    row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), StoreClock.Read(row.GetString(4)), row.GetString(5)),
                ("$after", after),
                ("$most", most)),
            cancellationToken);
    }

    public Task<long> PositionAsync(string consumer, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.Number("SELECT coalesce(max(sequence), 0) FROM consumer WHERE name = $name", ("$name", consumer)),
        cancellationToken);

    public Task AdvanceAsync(string consumer, long sequence, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Run(
            """
            INSERT INTO consumer VALUES ($name, $sequence)
            ON CONFLICT (name) DO UPDATE SET sequence = max(sequence, excluded.sequence)
            """,
            ("$name", consumer),
            ("$sequence", sequence)),
        cancellationToken);
}
