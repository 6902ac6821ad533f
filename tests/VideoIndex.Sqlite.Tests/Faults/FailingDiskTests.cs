using Microsoft.Data.Sqlite;
using VideoIndex.Jobs;
using VideoIndex.Sqlite.Tests.Power;
using VideoIndex.Videos;
using static SQLitePCL.raw;

namespace VideoIndex.Sqlite.Tests.Faults;

public sealed class FailingDiskTests
{
    [Theory]
    [InlineData(SQLITE_FULL, "library-full")]
    [InlineData(SQLITE_IOERR_FSYNC, "library-disk-error")]
    [InlineData(SQLITE_IOERR_WRITE, "library-disk-error")]
    public async Task A_disk_that_refuses_any_one_operation_loses_nothing_and_work_goes_on(int code, string named)
    {
        var told = new HashSet<string>();
        for (var at = 1; at <= 200; at += 13)
        {
            using var folder = new LibraryFolder();
            var log = RecordingFileSystem.Record(folder.Path);
            using var library = folder.Open(new LibrarySettings { FileSystem = RecordingFileSystem.Name });
            var left = at;
            log.Refuses = _ => --left == 0 ? code : 0;

            await WorkAsync(library.Jobs, told);

            Assert.Equal(12, (await library.Jobs.ReadFindingsAsync("work", Jobs.Shop.Video, 1, default)).Count);
            Assert.Null(await library.Jobs.NextDueAsync(default));
            Assert.Empty(Contradictions(folder));
        }

        Assert.Equal([named], told);
    }

    // As a worker does: what may pass is tried again. An end that is refused the second time was heard the first.
    private static async Task WorkAsync(IJobStore jobs, HashSet<string> told)
    {
        for (var at = 0; at < 12; at++)
        {
            var order = Jobs.Shop.Order($"{at}");
            await PatientlyAsync(async () =>
            {
                await jobs.SubmitAsync(new Effects { Change = new CatalogChange.Accept(Jobs.Shop.AcceptedVideo()), Orders = [order] }, default);
                return true;
            });
            var lease = await PatientlyAsync(async () => (await jobs.ClaimAsync(new Claim("me", TimeSpan.FromMinutes(1)), default))[0]);
            await PatientlyAsync(() => jobs.CompleteAsync(lease, new Effects { Finding = new byte[3000] }, default));
        }

        async Task<T> PatientlyAsync<T>(Func<Task<T>> call)
        {
            try
            {
                return await call();
            }
            catch (LibraryException refused)
            {
                Assert.Equal(FailureKind.Transient, refused.Kind);
                told.Add(refused.Code);
                return await call();
            }
        }
    }

    private static IEnumerable<string> Contradictions(LibraryFolder folder)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        return [.. new Ledger(connection).Contradictions()];
    }
}
