using Microsoft.Data.Sqlite;
using VideoIndex.Alerts;
using VideoIndex.Events;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Events;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Alerts;

/// <summary>The alerts in <c>library.db</c>: every method is one transaction.</summary>
internal sealed class SqliteAlertStore(Database database, StoreClock clock) : IAlertStore
{
    public Task<IReadOnlyList<Alert>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(All, cancellationToken);

    public Task AddAsync(Alert alert, IReadOnlyList<(VideoId Video, AlertMoment Moment)> known, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            if (NumberOf(connection, alert.Name) is not null)
            {
                throw new AlertException("alert-exists", $"There is an alert '{alert.Name}' already: remove it first, or take another name.");
            }

            connection.Run(
                "INSERT INTO alert (name, question, run, post, secret_file, after, added, added_by) VALUES ($name, $question, $run, $post, $secret, $after, $added, $by)",
                ("$name", alert.Name),
                ("$question", alert.Question),
                ("$run", alert.Receiver.Run),
                ("$post", alert.Receiver.Post),
                ("$secret", alert.Receiver.SecretFile),
                ("$after", alert.After),
                ("$added", clock.TodayText),
                ("$by", alert.AddedBy));
            var number = NumberOf(connection, alert.Name)!.Value;
            foreach (var (video, moment) in known)
            {
                if (OrdinalOf(connection, video) is { } ordinal)
                {
                    Note(connection, number, ordinal, moment, wasTold: false);
                }
            }

            return true;
        },
        cancellationToken);

    public Task<bool> RemoveAsync(string name, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var isThere = NumberOf(connection, name) is not null;
            connection.Run("DELETE FROM alert WHERE name = $name", ("$name", name));
            return isThere;
        },
        cancellationToken);

    public Task<int> FireAsync(string name, VideoId video, IReadOnlyList<AlertMoment> moments, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            if (NumberOf(connection, name, awake: true) is not { } number || OrdinalOf(connection, video) is not { } ordinal)
            {
                return 0;
            }

            var told = 0;
            foreach (var moment in moments.Where(moment => !IsKnown(connection, number, ordinal, moment)))
            {
                Note(connection, number, ordinal, moment, wasTold: true);
                OutboxTable.Add(connection, clock, new EventDraft(EventTypes.AlertFired, video.ToString(), moment.Details), video);
                told++;
            }

            return told;
        },
        cancellationToken);

    public Task RestAsync(string name, string? why, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Run("UPDATE alert SET rests = $why WHERE name = $name", ("$why", why), ("$name", name)),
        cancellationToken);

    /// <summary>Reads all alerts, by name.</summary>
    public static IReadOnlyList<Alert> All(SqliteConnection connection) => connection.Rows(
        """
        SELECT name, question, run, post, secret_file, after, added, added_by, rests,
               (SELECT count(*) FROM alert_moment WHERE alert = alert.number AND was_told = 1)
        FROM alert
        ORDER BY name
        """,
        row => new Alert(
            row.GetString(0),
            row.GetString(1),
            new AlertReceiver(row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4)),
            row.GetInt64(5),
            StoreClock.Read(row.GetString(6)),
            row.GetString(7))
        { Rests = row.TextOrNull(8), Fired = row.GetInt64(9) });

    private static long? NumberOf(SqliteConnection connection, string name, bool awake = false) => connection.Rows<long?>(
        $"SELECT number FROM alert WHERE name = $name {(awake ? "AND rests IS NULL" : "")}", row => row.GetInt64(0), ("$name", name)).SingleOrDefault();

    private static long? OrdinalOf(SqliteConnection connection, VideoId video) => connection.Rows<long?>(
        "SELECT ordinal FROM video WHERE id = $id", row => row.GetInt64(0), ("$id", video.ToString())).SingleOrDefault();

    private static bool IsKnown(SqliteConnection connection, long alert, long video, AlertMoment moment) => connection.Rows(
        "SELECT starts, ends FROM alert_moment WHERE alert = $alert AND video = $video AND kind = $kind AND text = $text",
        row => row.Span(0),
        ("$alert", alert),
        ("$video", video),
        ("$kind", moment.Kind),
        ("$text", moment.Text)).Exists(known => known.Overlaps(moment.Span) || known.Start == moment.Span.Start);

    private static void Note(SqliteConnection connection, long alert, long video, AlertMoment moment, bool wasTold) => connection.Run(
        "INSERT INTO alert_moment VALUES ($alert, $video, $kind, $text, $starts, $ends, $told)",
        ("$alert", alert),
        ("$video", video),
        ("$kind", moment.Kind),
        ("$text", moment.Text),
        ("$starts", moment.Span.Start.Text()),
        ("$ends", moment.Span.End.Text()),
        ("$told", wasTold ? 1 : 0));
}
