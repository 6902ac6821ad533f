using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Sqlite.Tests.Power;

namespace VideoIndex.Sqlite.Tests;

public sealed class GroupCommitTests : IDisposable
{
    // An endless statement that writes: only an interrupt ends it, and takes the transaction it is in with it.
    private const string Endless = "INSERT INTO note WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n) SELECT at FROM n WHERE at < 0";

    private readonly LibraryFolder _folder = new();
    private readonly DiskLog _log;
    private readonly Database _database;

    public GroupCommitTests()
    {
        _log = RecordingFileSystem.Record(_folder.Path);
        _database = new Database(_folder.File, new LibrarySettings { FileSystem = RecordingFileSystem.Name });
    }

    [Fact]
    public async Task What_waits_together_is_synced_together()
    {
        await PrepareAsync();
        var before = Syncs();

        await TogetherAsync(() => Enumerable.Range(0, 50).Select(at => NoteAsync(at)));

        Assert.Equal(Enumerable.Range(0, 50), await NotesAsync());
        Assert.Equal(2, Syncs() - before); // one for the write the others waited for, one for the others
    }

    [Fact]
    public async Task A_write_that_fails_fails_alone()
    {
        await PrepareAsync();
        Task? failing = null;

        await TogetherAsync(() =>
        {
            var first = NoteAsync(1);
            failing = _database.WriteAsync(
                connection =>
                {
                    connection.Run("INSERT INTO note VALUES (666)");
                    return connection.Run("INSERT INTO nowhere VALUES (1)");
                },
                default);
            return [first, NoteAsync(2)];
        });

        await Assert.ThrowsAsync<SqliteException>(() => failing!);
        Assert.Equal([1, 2], await NotesAsync());
    }

    [Fact]
    public async Task A_write_that_is_interrupted_does_not_take_its_neighbours_down()
    {
        await PrepareAsync();
        using var cancelling = new CancellationTokenSource();
        using var begun = new SemaphoreSlim(0);
        Task? endless = null;

        var together = TogetherAsync(() =>
        {
            var first = NoteAsync(1);
            endless = _database.WriteAsync(
                connection =>
                {
                    begun.Release();
                    return connection.Run(Endless);
                },
                cancelling.Token);
            return [first, NoteAsync(2)];
        });
        await begun.WaitAsync();
        await Task.Delay(100); // until the statement runs; if it does not yet, it is cancelled all the same
        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endless!);
        await together;
        Assert.Equal([1, 2], await NotesAsync());
    }

    [Fact]
    public async Task A_write_cancelled_while_it_waits_is_never_begun()
    {
        await PrepareAsync();
        using var cancelling = new CancellationTokenSource();
        Task? cancelled = null;

        await TogetherAsync(() =>
        {
            cancelled = NoteAsync(666, cancelling.Token);
            cancelling.Cancel();
            return [NoteAsync(1)];
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled!);
        Assert.Equal([1], await NotesAsync());
    }

    [Fact]
    public async Task A_closed_library_says_so()
    {
        _database.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => NoteAsync(1));
        await Assert.ThrowsAsync<ObjectDisposedException>(NotesAsync);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private Task<int> PrepareAsync() => _database.WriteAsync(connection => connection.Run("CREATE TABLE note (at INTEGER)"), default);

    private Task<int> NoteAsync(int at, CancellationToken cancellationToken = default) =>
        _database.WriteAsync(connection => connection.Run("INSERT INTO note VALUES ($at)", ("$at", at)), cancellationToken);

    private Task<List<int>> NotesAsync() =>
        _database.ReadAsync(connection => connection.Rows("SELECT at FROM note WHERE at > -1 ORDER BY at", row => row.GetInt32(0)), default);

    private int Syncs() => _log.Operations.Count(operation => operation.Action == DiskAction.Sync);

    // Holds the writer up until all writes are waiting.
    private async Task TogetherAsync(Func<IEnumerable<Task>> writes)
    {
        using var held = new SemaphoreSlim(0);
        using var go = new ManualResetEventSlim();
        var first = _database.WriteAsync(
            connection =>
            {
                held.Release();
                go.Wait();
                return connection.Run("INSERT INTO note VALUES (-1)");
            },
            default);
        await held.WaitAsync();
        var all = writes().ToList();
        go.Set();
        await Task.WhenAll([first, .. all]);
    }
}
