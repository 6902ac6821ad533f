using Microsoft.Data.Sqlite;
using VideoIndex.Jobs;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Sqlite.Tests.Faults;

public sealed class LockedTests : IDisposable
{
    private readonly LibraryFolder _folder = new();

    [Fact]
    public async Task A_library_that_another_program_locks_for_two_seconds_is_waited_for()
    {
        using var library = _folder.Open();
        var locking = LockAsync(TimeSpan.FromSeconds(2));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(at => library.Catalog.SaveAsync(A.Video($"{at}.mp4"), default)));
        await locking;

        Assert.Equal(20, (await library.Catalog.ListAsync(default)).Count);
    }

    [Fact]
    public async Task One_that_is_locked_for_longer_is_said_to_be_busy_and_can_be_used_when_it_is_free()
    {
        using var library = _folder.Open(new LibrarySettings { Patience = TimeSpan.FromMilliseconds(200) });
        var locking = LockAsync(TimeSpan.FromSeconds(3));

        var refused = await Assert.ThrowsAsync<LibraryException>(() => library.Catalog.SaveAsync(A.Video("a.mp4"), default));
        Assert.Equal(("library-busy", FailureKind.Transient), (refused.Code, refused.Kind));
        Assert.Empty(await library.Catalog.ListAsync(default));
        await locking;

        await library.Catalog.SaveAsync(A.Video("a.mp4"), default);
        Assert.Single(await library.Catalog.ListAsync(default));
    }

    [Fact]
    public async Task Who_no_longer_wants_to_wait_for_a_lock_need_not()
    {
        using var library = _folder.Open();
        var locking = LockAsync(TimeSpan.FromSeconds(2));
        using var impatient = new CancellationTokenSource();
        var saving = library.Catalog.SaveAsync(A.Video("a.mp4"), impatient.Token);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
        Assert.False(locking.IsCompleted);
        await locking;
        Assert.Empty(await library.Catalog.ListAsync(default));
    }

    public void Dispose() => _folder.Dispose();

    // Holds the lock from before it returns until the time is over.
    private Task LockAsync(TimeSpan time)
    {
        var other = new SqliteConnection($"Data Source={_folder.File};Pooling=False");
        other.Open();
        other.Run("BEGIN IMMEDIATE");
        return Task.Delay(time).ContinueWith(_ => other.Dispose(), TaskScheduler.Default);
    }
}
