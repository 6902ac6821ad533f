namespace VideoIndex.Performance.Measuring;

/// <summary>What one run of a command took.</summary>
/// <param name="Wall">Milliseconds by the clock, until the started process ended.</param>
/// <param name="Cpu">Milliseconds of processor time, user and system, of everything it started.</param>
/// <param name="Own">Those of the started process and what it waited for; a sandboxed decoder is not in it.</param>
/// <param name="Output">What it printed.</param>
internal sealed record Run(double Wall, double Cpu, double Own, string Output)
{
    /// <summary>Runs a command to its end and throws when it fails.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="watch">Looks at the running process now and then; null for nobody.</param>
    public static Run Of(IReadOnlyList<string> command, Watch? watch = null)
    {
        var clock = TimeProvider.System;
        var output = Path.Combine(Places.Cache, $"output-{Environment.ProcessId}");
        var errors = Path.Combine(Places.Cache, $"errors-{Environment.ProcessId}");
        var started = clock.GetTimestamp();
        var child = Kernel.Start(command, output, errors);
        watch?.Begin(child);
        var (wall, cpu, own, status) = (0.0, 0.0, 0.0, 0);
        while (Kernel.Next() is { } ended)
        {
            var used = (ended.UserMicroseconds + ended.SystemMicroseconds) / 1000.0;
            cpu += used;
            if (ended.Child == child)
            {
                (wall, own, status) = (clock.GetElapsedTime(started).TotalMilliseconds, used, ended.Status);
            }
        }

        watch?.End();
        var (said, complained) = (File.ReadAllText(output), File.ReadAllText(errors));
        File.Delete(output);
        File.Delete(errors);
        return status == 0
            ? new Run(wall, cpu, own, said)
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {status}: {complained}");
    }
}
