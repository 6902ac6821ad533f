using VideoIndex.Jobs;

namespace VideoIndex.Sqlite;

/// <summary>What a library goes by.</summary>
public sealed record LibrarySettings
{
    private const string BootIdFile = "/proc/sys/kernel/random/boot_id";

    /// <summary>Gets how often a job is tried. The defaults are those of <see cref="RetryRules"/>.</summary>
    public RetryRules Retries { get; init; } = new();

    /// <summary>
    /// Gets the clock. Its timestamps judge leases and delays, and must count from the machine's start, alike in every
    /// program that has the library open; its time of day is only shown. The default is the system's.
    /// </summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Gets what tells one start of the machine from another: leases and delays of an earlier one have ended. The default
    /// is Linux's boot id; on other systems there is none, and what was leased before a restart is free only when the
    /// clock has come as far again.
    /// </summary>
    public string BootId { get; init; } = File.Exists(BootIdFile) ? File.ReadAllText(BootIdFile).Trim() : "";

    /// <summary>Gets how long a write waits for another program's. The default is 10 s.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets when SQLite syncs. The default, FULL, is the only one that keeps the promise; tests show that others do not.</summary>
    internal string Synchronous { get; init; } = "FULL";

    /// <summary>Gets the name of the SQLite VFS files are reached through; null for the default one.</summary>
    internal string? FileSystem { get; init; }
}
