using VideoIndex.Jobs;
using VideoIndex.Sqlite;

namespace VideoIndex.Durability.Faults;

/// <summary>Stores that break one rule each, by name. The checker must catch every one, or its silence proves nothing.</summary>
internal static class Variants
{
    public const string NoFence = "no-fence", TwoTransactions = "two-transactions", SelectThenInsert = "select-then-insert";

    /// <summary>The point between two steps that should have been one.</summary>
    public const string Between = "between";

    private const char Mark = '#';

    public static IJobStore Of(string? name, SqliteLibrary library, FaultPoints points) => name switch
    {
        null => library.Jobs,
        NoFence => new NoFence(library.Jobs, Path.Combine(library.Folder, SqliteLibrary.FileName)),
        TwoTransactions => new TwoTransactions(library.Jobs, points),
        SelectThenInsert => new SelectThenInsert(library.Jobs, points),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such variant."),
    };

    /// <summary>Makes a key that no other process makes: what a store does whose rows have numbers of their own and no natural key.</summary>
    public static JobKey Unshared(JobKey key) => key with { Unit = $"{key.Unit}{Mark}{Environment.ProcessId}" };

    /// <summary>Returns the key as it was meant.</summary>
    public static JobKey KeyOf(JobKey key) => key with { Unit = key.Unit.Split(Mark)[0] };
}
