using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Postings;
using VideoIndex.Sqlite.Search;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Tests.Power;

/// <summary>How far something had come when somebody was told so. It may have come further since, and never less far.</summary>
/// <param name="Subject">What: a video's id, or the unit of a job of it, as <c>ID/UNIT</c>.</param>
/// <param name="Step">How far, as <see cref="Ledger"/> counts.</param>
internal sealed record Promise(string Subject, int Step);

/// <summary>Reads how far everything has come, and what contradicts itself.</summary>
internal sealed class Ledger
{
    public const int Ordered = 1, Failed = 2, Done = 9;
    public const int Accepted = 1, Indexed = 2, Removed = 3;

    private readonly Dictionary<string, int> _steps = [];
    private readonly SqliteConnection _connection;
    private readonly bool _isEmpty; // the schema comes in one transaction, so it is there whole or not at all

    public Ledger(SqliteConnection connection)
    {
        _connection = connection;
        _isEmpty = connection.Number("SELECT count(*) FROM sqlite_master") == 0;
        if (_isEmpty)
        {
            return;
        }

        Read("SELECT id, CASE state WHEN 'accepted' THEN 1 ELSE 2 END FROM video");
        Read("SELECT subject, 3 FROM outbox WHERE type = 'videoindex.video.removed'");
        Read(
            """
            SELECT video || '/' || stage || unit,
                CASE state WHEN 'done' THEN 9 ELSE 1 + (SELECT count(*) FROM job_failure WHERE job = job.number) END
            FROM job
            """);
    }

    /// <summary>Returns whether a promise was kept. Jobs of a video that is finished have been forgotten.</summary>
    public bool Holds(Promise promise)
    {
        var video = promise.Subject.Split('/')[0];
        return _steps.GetValueOrDefault(promise.Subject) >= promise.Step
            || (video != promise.Subject && _steps.GetValueOrDefault(video) >= Indexed);
    }

    /// <summary>Returns what is wrong in itself, whatever was promised.</summary>
    public IEnumerable<string> Contradictions()
    {
        (string Says, string Query)[] never =
        [
            ("a part is done and found nothing", "FROM job WHERE stage = 'work' AND state = 'done' AND NOT EXISTS (SELECT 1 FROM finding f WHERE (f.video, f.run, f.stage, f.unit) = (job.video, job.run, job.stage, job.unit))"),
            ("something was found by a job that is not done", "FROM finding f WHERE NOT EXISTS (SELECT 1 FROM job WHERE (f.video, f.run, f.stage, f.unit) = (job.video, job.run, job.stage, job.unit) AND state = 'done')"),
            ("a fan-in waits for nothing", "FROM fan_in WHERE is_open = 1 AND NOT EXISTS (SELECT 1 FROM job WHERE job.fan_in = fan_in.name AND state IN ('ready', 'leased'))"),
            ("a fan-in closed too early", "FROM fan_in WHERE is_open = 0 AND EXISTS (SELECT 1 FROM job WHERE job.fan_in = fan_in.name AND state IN ('ready', 'leased'))"),
            ("a fan-in closed and nothing followed", "FROM fan_in WHERE is_open = 0 AND NOT EXISTS (SELECT 1 FROM job WHERE (job.video, job.run, job.stage, job.unit) = (fan_in.video, fan_in.run, fan_in.stage, fan_in.unit))"),
            ("a token is newer than the fence", "FROM job, fence WHERE job.token > fence.token"),
            ("a token was given twice", "FROM job AS a JOIN job AS b USING (token) WHERE a.number < b.number AND token > 0"),
            ("a video is finished and nobody was told", "FROM video WHERE state = 'ok' AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.video = video.id AND type = 'videoindex.video.indexed')"),
            ("a video is finished and cannot be found", "FROM video WHERE state = 'ok' AND searchable = 0"),
            ("a job of a removed video is left", "FROM job WHERE NOT EXISTS (SELECT 1 FROM video WHERE video.id = job.video)"),
        ];
        return _isEmpty ? [] : never.Where(one => _connection.Number($"SELECT count(*) {one.Query}") > 0).Select(one => one.Says).Concat(SearchIndex.Check(_connection, new PostingIndex()));
    }

    private void Read(string query)
    {
        foreach (var (subject, step) in _connection.Rows(query, row => (row.GetString(0), row.GetInt32(1))))
        {
            _steps[subject] = Math.Max(step, _steps.GetValueOrDefault(subject));
        }
    }
}
