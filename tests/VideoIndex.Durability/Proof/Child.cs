using System.Diagnostics;
using System.Text;
using VideoIndex.Durability.Faults;
using VideoIndex.Durability.Work;

namespace VideoIndex.Durability.Proof;

/// <summary>A process of a trial, as the one who kills it sees it.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;
    private readonly string _log;
    private readonly StringBuilder _said = new();
    private long _logged;

    private Child(Process process, string log, Fault? fault)
    {
        (_process, _log, Fault) = (process, log, fault);
        process.ErrorDataReceived += (_, line) => _said.AppendLine(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Gets what it said on its way out.</summary>
    public string Said => _said.ToString();

    public Fault? Fault { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>Gets 128 and the signal's number when a signal ended it.</summary>
    public int ExitCode => _process.ExitCode;

    public bool IsPaused { get; private set; }

    /// <summary>Gets the input: permits for a submitter; when it closes, a worker stops.</summary>
    public TextWriter Input => _process.StandardInput;

    /// <summary>Starts <c>work</c> or <c>submit</c>.</summary>
    public static Child Start(Trial trial, string verb, string name, Fault? fault)
    {
        var program = typeof(Child).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, verb, .. trial.ToWords(), name, fault?.ToString() ?? "none"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        return new Child(Process.Start(start)!, Path.Combine(trial.LogFolder, name + ".log"), fault);
    }

    /// <summary>Returns the point it ended itself at; null when something else ended it.</summary>
    public string? LastPoint() => File.Exists(_log) && File.ReadLines(_log).LastOrDefault()?.Split(' ') is [EffectLog.Killed, var point] ? point : null;

    /// <summary>Returns whether it has done anything since the last time this was asked.</summary>
    public bool IsBusy()
    {
        var file = new FileInfo(_log);
        var length = file.Exists ? file.Length : 0;
        var isBusy = length > _logged;
        _logged = length;
        return isBusy;
    }

    public void Send(int signal) => Signals.Send(_process.Id, signal);

    public void Pause()
    {
        IsPaused = true;
        Send(Signals.Stop);
    }

    public void Resume()
    {
        Send(Signals.Continue);
        IsPaused = false;
    }

    public Task ExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
