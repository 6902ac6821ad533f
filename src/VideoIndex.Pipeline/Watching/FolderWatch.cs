namespace VideoIndex.Pipeline.Watching;

/// <summary>How a folder is watched.</summary>
public sealed record WatchRules
{
    /// <summary>Gets how long a file must stand still before it counts as finished. The default is 5 s.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the longest time between two looks at the folder. The default is 2 s.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);
}

/// <summary>
/// Picks finished files up from a folder, each once. A file is finished when it stands still and nobody holds it open to
/// write; one that changes later is picked up again.
/// </summary>
public sealed class FolderWatch(IWatchedFolder folder, TakenFiles taken, WatchRules rules, TimeProvider clock)
{
    private readonly Settling _settling = new(rules.Settle);
    private readonly long _start = clock.GetTimestamp();

    /// <summary>Watches until it is stopped.</summary>
    /// <param name="take">Takes a finished file, and says whether it is dealt with; otherwise it is offered again when it has stood still once more.</param>
    /// <param name="lost">Is told why the folder cannot be read, and null when it can be again.</param>
    /// <param name="cancellationToken">Stops watching.</param>
    public async Task RunAsync(Func<SeenFile, CancellationToken, Task<bool>> take, IProgress<string?> lost, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lost);
        string? trouble = null;
        while (true)
        {
            var before = trouble;
            trouble = await TryLookAsync(take, cancellationToken).ConfigureAwait(false);
            if (trouble != before)
            {
                lost.Report(trouble);
            }

            var next = _settling.Next(clock.GetElapsedTime(_start));
            await folder.WaitAsync(next < rules.Poll ? next.Value : rules.Poll, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Looks once, and takes what is finished.</summary>
    /// <param name="take">Takes a finished file, and says whether it is dealt with; otherwise it is offered again when it has stood still once more.</param>
    /// <param name="cancellationToken">Stops taking files.</param>
    /// <exception cref="IOException">The folder cannot be read at the moment.</exception>
    public async Task LookAsync(Func<SeenFile, CancellationToken, Task<bool>> take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(take);
        await TakeAsync(Finished(), take, cancellationToken).ConfigureAwait(false);
    }

    // Only the look may fail: what goes wrong in taking a file is no trouble of the folder's.
    private async Task<string?> TryLookAsync(Func<SeenFile, CancellationToken, Task<bool>> take, CancellationToken cancellationToken)
    {
        IReadOnlyList<SeenFile> finished;
        try
        {
            finished = Finished();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return unreadable.Message;
        }

        await TakeAsync(finished, take, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private IReadOnlyList<SeenFile> Finished()
    {
        var waiting = folder.Look().Where(file => file.Bytes > 0 && FootageName.IsFootage(file.Path) && !taken.Holds(file));
        var still = _settling.Note(waiting, clock.GetElapsedTime(_start));
        if (still is [])
        {
            return [];
        }

        var written = folder.FindWritten([.. still.Select(file => file.Path)]);
        return [.. still.Where(file => !written.Contains(file.Path))];
    }

    private async Task TakeAsync(IReadOnlyList<SeenFile> finished, Func<SeenFile, CancellationToken, Task<bool>> take, CancellationToken cancellationToken)
    {
        foreach (var file in finished)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (folder.Look(file.Path) != file)
            {
                continue; // it changed, or went, while others were taken: the next look sees to it
            }

            var isDone = await take(file, cancellationToken).ConfigureAwait(false);
            if (isDone && folder.Look(file.Path) == file)
            {
                taken.Keep(file);
            }
            else
            {
                _settling.Restart(file);
            }
        }
    }
}
