namespace VideoIndex.Sqlite.Tests.Power;

internal enum DiskAction
{
    Write,
    Truncate,
    Sync,
    Delete,
    DeleteForGood, // the folder was synced, too
}

/// <summary>One thing a program asked of the disk.</summary>
/// <param name="Action">What.</param>
/// <param name="File">The file's name in its folder.</param>
/// <param name="At">Where the bytes go; the new length of a file that is cut.</param>
/// <param name="Bytes">What is written.</param>
internal sealed record DiskOperation(DiskAction Action, string File, long At, byte[] Bytes);

/// <summary>All that was asked of the disk, in order, and when which promise was given.</summary>
internal sealed class DiskLog
{
    private readonly Lock _gate = new();
    private readonly List<DiskOperation> _operations = [];
    private readonly List<(int At, Promise Promise)> _promises = [];

    public IReadOnlyList<DiskOperation> Operations => _operations;

    /// <summary>Gets the promises, each with how many operations had been done by then.</summary>
    public IReadOnlyList<(int At, Promise Promise)> Promises => _promises;

    /// <summary>Says with which of SQLite's codes the disk refuses an operation; 0 for those it does. Null for a disk that never refuses.</summary>
    public Func<DiskOperation, int>? Refuses { get; set; }

    /// <summary>Does something to the disk and, if it was done, notes it: in one step, so that the order is the disk's.</summary>
    public int Do(Func<int> action, DiskOperation operation)
    {
        lock (_gate)
        {
            var result = Refuses?.Invoke(operation) is { } refused and not 0 ? refused : action();
            if (result == 0)
            {
                _operations.Add(operation);
            }

            return result;
        }
    }

    /// <summary>Notes that somebody was told.</summary>
    public void Told(Promise promise)
    {
        lock (_gate)
        {
            _promises.Add((_operations.Count, promise));
        }
    }
}
