using System.Globalization;
using System.Runtime.InteropServices;
using VideoIndex.Jobs;

namespace VideoIndex.Ffmpeg.Running;

/// <summary>Adds up what one tool call takes: FFmpeg's own word for its processor time, and that of the threads here that read from it.</summary>
/// <remarks>
/// A sandboxed tool is nobody's child once the sandbox has ended, so the kernel's sums miss it; FFmpeg says at its end what it
/// took (<c>-benchmark</c>). ffprobe does not, and starts no decoder: it is left out.
/// </remarks>
/// <param name="meter">Where it is added to; null where nobody measures. Taken by whoever starts threads: they do not inherit it in time.</param>
internal sealed partial class ToolCost(CostMeter? meter)
{
    private const string Told = "[info] bench: utime=", More = "[info] bench: maxrss=";
    private const int ThreadClock = 3; // CLOCK_THREAD_CPUTIME_ID, linux/time.h

    /// <summary>Adds the processor time a line of FFmpeg's log tells; returns whether the line was of that kind.</summary>
    public bool TakenFrom(string? line)
    {
        if (line is null || !line.StartsWith(Told, StringComparison.Ordinal))
        {
            return line?.StartsWith(More, StringComparison.Ordinal) == true;
        }

        // "utime=6.886s stime=0.133s rtime=6.864s": the last is the time on the wall.
        foreach (var field in line[(Told.Length - "utime=".Length)..].Split(' ').Take(2))
        {
            var seconds = field[(field.IndexOf('=', StringComparison.Ordinal) + 1)..].TrimEnd('s');
            if (double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var taken))
            {
                meter?.AddCpu(TimeSpan.FromSeconds(taken));
            }
        }

        return true;
    }

    /// <summary>Adds bytes read from the tool.</summary>
    public void AddBytes(int read) => meter?.AddBytes(read);

    /// <summary>Does work that fills a thread, and adds the thread's processor time.</summary>
    public void OfThread(Action work)
    {
        var before = ThreadTime();
        try
        {
            work();
        }
        finally
        {
            meter?.AddCpu(ThreadTime() - before);
        }
    }

    private static TimeSpan ThreadTime() => OperatingSystem.IsLinux() && Clock(ThreadClock, out var time) == 0
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
