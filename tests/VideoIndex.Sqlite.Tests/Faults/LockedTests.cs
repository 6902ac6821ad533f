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
        using var other = Lock();
        var saving = Task.WhenAll(Enumerable.Range(0, 20).Select(at => library.Catalog.SaveAsync(A.Video($"{at}.mp4"), default)));

        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.False(saving.IsCompleted);
        other.Dispose();
        await saving;

        Assert.Equal(20, (await library.Catalog.ListAsync(default)).Count);
    }

    [Fact]
    public async Task One_that_is_locked_for_longer_is_said_to_be_busy_and_can_be_used_when_it_is_free()
    {
        using var library = _folder.Open(new LibrarySettings { Patience = TimeSpan.FromMilliseconds(200) });
        using var other = Lock();

        var refused = await Assert.ThrowsAsync<LibraryException>(() => library.Catalog.SaveAsync(A.Video("a.mp4"), default));
        Assert.Equal(("library-busy", FailureKind.Transient), (refused.Code, refused.Kind));
        Assert.Empty(await library.Catalog.ListAsync(default));
        other.Dispose();

        await library.Catalog.SaveAsync(A.Video("a.mp4"), default);
        Assert.Single(await library.Catalog.ListAsync(default));
    }

    [Fact]
    public async Task Who_no_longer_wants_to_wait_for_a_lock_need_not()
    {
        using var library = _folder.Open();
        using var other = Lock();
        using var impatient = new CancellationTokenSource();
        var saving = library.Catalog.SaveAsync(A.Video("a.mp4"), impatient.Token);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
        other.Dispose();
        await library.Catalog.SaveAsync(A.Video("b.mp4"), default);
        Assert.Single(await library.Catalog.ListAsync(default));
    }

    public void Dispose() => _folder.Dispose();

    // As another program does, until it is disposed.
    private SqliteConnection Lock()
    {
        var other = new SqliteConnection($"Data Source={_folder.File};Pooling=False");
        other.Open();
        other.Run("BEGIN IMMEDIATE");
        return other;
    }
}
