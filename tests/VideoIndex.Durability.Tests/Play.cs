using VideoIndex.Durability.Faults;
using VideoIndex.Durability.Proof;
using VideoIndex.Durability.Work;
using VideoIndex.Jobs;
using VideoIndex.Sqlite;

namespace VideoIndex.Durability.Tests;

/// <summary>A trial whose processes are started, stopped and ended one by one, so that what must happen happens.</summary>
internal sealed class Play : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private readonly List<Child> _children = [];
    private int _started;

    public Play(int jobs = 1, bool isCalm = true, string? @unsafe = null, int seed = 1)
    {
        Trial = new Trial(Directory.CreateTempSubdirectory("videoindex-play-").FullName, seed, jobs, isCalm, @unsafe);
        Trial.MakeFolders();
        Library = Trial.Open();
    }

    public Trial Trial { get; }

    public SqliteLibrary Library { get; private set; }

    /// <summary>Deletes the library, so that others have to make it.</summary>
    public void Close()
    {
        Library.Dispose();
        Directory.Delete(Trial.LibraryFolder, recursive: true);
    }

    /// <summary>Opens the library that others made.</summary>
    public void Open() => Library = Trial.Open();

    public Child Work(Fault? fault = null) => Start("work", fault);

    /// <summary>Starts a submitter and tells it to offer everything.</summary>
    public async Task<Child> SubmitAsync(Fault? fault = null)
    {
        var submitter = Start("submit", fault);
        await submitter.Input.WriteLineAsync($"{Trial.Forest.Count}");
        submitter.Input.Close();
        return submitter;
    }

    /// <summary>Offers everything and waits until it is acknowledged.</summary>
    public async Task OfferAsync() => Assert.Equal(0, await ExitAsync(await SubmitAsync()));

    public static async Task<int> ExitAsync(Child child)
    {
        using var patience = new CancellationTokenSource(Longest);
        await child.ExitAsync(patience.Token);
        return child.ExitCode;
    }

    /// <summary>Returns the lines of all logs, each as one text.</summary>
    public List<string> Log() => [.. EffectLog.ReadAll(Trial.LogFolder).Select(words => string.Join(' ', words))];

    public static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Longest);
        while (!await holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    public Task UntilDrainedAsync() => UntilAsync(async () => await Library.Jobs.NextDueAsync(default) is null);

    public async Task<Job> JobAsync(string stage) =>
        Assert.Single(await Library.Jobs.ListAsync(new JobFilter { States = [.. Enum.GetValues<JobState>()] }, default), job => job.Order.Key.Stage == stage);

    /// <summary>Fails with all that is not as it must be.</summary>
    public async Task IsCleanAsync()
    {
        var verdict = await VerdictAsync();
        Assert.True(verdict.IsClean, $"{verdict}");
    }

    public Task<Verdict> VerdictAsync() => new Checker(Trial, Library).RunAsync();

    public void Dispose()
    {
        _children.ForEach(child => child.Dispose());
        Library.Dispose();
        Directory.Delete(Trial.Folder, recursive: true);
    }

    private Child Start(string verb, Fault? fault)
    {
        var child = Child.Start(Trial, verb, $"{++_started}", fault);
        _children.Add(child);
        return child;
    }
}
