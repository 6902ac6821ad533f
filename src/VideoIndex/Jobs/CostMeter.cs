namespace VideoIndex.Jobs;

/// <summary>Adds up what the work now running takes. Adapters that start tools add to it, wherever in the work they are called.</summary>
public sealed class CostMeter
{
    private static readonly AsyncLocal<CostMeter?> Running = new();
    private long _cpuMicroseconds, _bytesRead;

    /// <summary>Gets the meter of the work now running; null where nobody measures.</summary>
    public static CostMeter? Current => Running.Value;

    /// <summary>Gets the processor time so far.</summary>
    public TimeSpan Cpu => TimeSpan.FromMicroseconds(Interlocked.Read(ref _cpuMicroseconds));

    /// <summary>Gets the bytes tools have handed over so far.</summary>
    public long BytesRead => Interlocked.Read(ref _bytesRead);

    /// <summary>Starts measuring everything the calling method does from here on.</summary>
    public static CostMeter Start() => Running.Value = new CostMeter();

    /// <summary>Adds processor time.</summary>
    public void AddCpu(TimeSpan time) => Interlocked.Add(ref _cpuMicroseconds, (long)time.TotalMicroseconds);

    /// <summary>Adds bytes read.</summary>
    public void AddBytes(long read) => Interlocked.Add(ref _bytesRead, read);
}
