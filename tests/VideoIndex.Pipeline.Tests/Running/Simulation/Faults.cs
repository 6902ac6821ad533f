namespace VideoIndex.Pipeline.Tests.Running.Simulation;

/// <summary>What goes wrong in one simulation. Some seeds are calm, most are not.</summary>
internal sealed class Faults(Random random)
{
    // A job is dead after ten deliveries. No job may be handed out in vain so often by bad luck alone.
    private int _deliveries = 7;

    /// <summary>The chance of each call of the store to fail, before or after it did what was asked.</summary>
    public double StoreErrors { get; } = random.Next(3) * 0.04;

    /// <summary>How often in a minute something happens to a worker.</summary>
    public int Accidents { get; } = random.Next(12);

    public bool IsDiskFull { get; set; }

    public bool Strikes(double chance) => random.NextDouble() < chance;

    public int Next(int below) => random.Next(below);

    public TimeSpan Between(int least, int most) => TimeSpan.FromMilliseconds(random.Next(least, most));

    /// <summary>Whether there may be one more accident that costs the jobs at hand a delivery.</summary>
    public bool MaySpendDelivery() => _deliveries-- > 0;
}
