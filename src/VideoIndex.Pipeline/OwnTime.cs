using System.Runtime.InteropServices;
using VideoIndex.Jobs;

namespace VideoIndex.Pipeline;

/// <summary>Adds the processor time of what a stage does by itself, on the thread it is called on, to the meter of the work now running.</summary>
/// <remarks>Adapters meter what their tools take. Where no thread's clock can be read (elsewhere than on Linux), nothing is added.</remarks>
internal static partial class OwnTime
{
    private const int ThreadClock = 3; // CLOCK_THREAD_CPUTIME_ID, linux/time.h

    /// <summary>Does work and meters it.</summary>
    public static T Of<T>(Func<T> work)
    {
        var before = OfThread();
        try
        {
            return work();
        }
        finally
        {
            CostMeter.Current?.AddCpu(OfThread() - before);
        }
    }

    private static TimeSpan OfThread() => OperatingSystem.IsLinux() && Clock(ThreadClock, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0)
        : default;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Clock(int which, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
