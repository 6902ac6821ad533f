namespace VideoIndex.Sqlite.Tests;

/// <summary>A clock whose two hands are moved by hand: what has passed, and what people have set.</summary>
public sealed class FakeClock : TimeProvider
{
    private long _passed = TimeSpan.FromHours(3).Ticks;
    private DateTimeOffset _today = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _passed);

    public override DateTimeOffset GetUtcNow() => _today;

    /// <summary>Lets time pass.</summary>
    public void Pass(double seconds) => Pass(TimeSpan.FromSeconds(seconds));

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time)
    {
        Interlocked.Add(ref _passed, time.Ticks);
        _today += time;
    }

    /// <summary>Sets the time of day, as an administrator or a time server does.</summary>
    public void Jump(TimeSpan by) => _today += by;
}
