namespace VideoIndex.Durability.Proof;

/// <summary>How hard a trial is.</summary>
/// <param name="Kills">How many processes are to be ended by SIGKILL, at least.</param>
/// <param name="Pauses">How many are to be stopped for longer than a lease and then go on.</param>
/// <param name="Workers">How many workers there are at a time.</param>
/// <param name="Limit">After how long it is given up.</param>
internal sealed record Storm(int Kills, int Pauses, int Workers, TimeSpan Limit);

/// <summary>What was done to the processes of a trial.</summary>
internal sealed class Tally
{
    public int Kills { get; set; }

    public int Pauses { get; set; }

    /// <summary>Gets or sets how many ended by a fault of their own work.</summary>
    public int Crashes { get; set; }

    /// <summary>Gets or sets how many were told to stop, and did.</summary>
    public int Stops { get; set; }

    public TimeSpan Took { get; set; }
}
