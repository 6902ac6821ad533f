using System.Globalization;
using System.Runtime.InteropServices;

namespace VideoIndex.Performance.Searching;

/// <summary>Times things again and again.</summary>
internal static partial class Timing
{
    private const int ThreadClock = 3; // CLOCK_THREAD_CPUTIME_ID

    /// <summary>Returns what each run took of the processor, in milliseconds, in order of size. On a machine that others use, too, the clock says more about them.</summary>
    public static double[] Of(IEnumerable<Action> runs)
    {
        var times = runs.Select(Work).ToArray();
        Array.Sort(times);
        return times;
    }

    /// <summary>Returns how long something takes by the clock, in milliseconds.</summary>
    public static double One(Action run)
    {
        var started = TimeProvider.System.GetTimestamp();
        run();
        return TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Returns how long this thread works on something, in milliseconds.</summary>
    public static double Work(Action run)
    {
        var before = OfThread();
        run();
        return OfThread() - before;
    }

    /// <summary>Returns what part of the sorted times is at most one of them.</summary>
    public static double At(this double[] sorted, double part) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, part * sorted.Length)];

    /// <summary>Returns "p50 / p99" in milliseconds.</summary>
    public static string Text(this double[] sorted) => string.Create(CultureInfo.InvariantCulture, $"{sorted.At(.5):0.000} / {sorted.At(.99):0.000}");

    /// <summary>Returns how long the processors work on something, in seconds: this process, all its threads.</summary>
    public static double Processor(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double OfThread()
    {
        var time = new long[2]; // struct timespec: seconds, nanoseconds
        _ = Read(ThreadClock, time);
        return (time[0] * 1e3) + (time[1] / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, [Out] long[] time);
}
