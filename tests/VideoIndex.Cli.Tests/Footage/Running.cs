using System.Diagnostics;

namespace VideoIndex.Cli.Tests.Footage;

/// <summary>The program itself, started as a user starts it, for what runs until it is stopped.</summary>
internal sealed class Running : IDisposable
{
    private readonly Process _program;

    private Running(Process program) => _program = program;

    public int Id => _program.Id;

    public StreamReader Output => _program.StandardOutput;

    public static Running Start(Shelf shelf, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "--library", shelf.Library, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("OTEL_EXPORTER_OTLP_ENDPOINT");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new Running(Process.Start(start)!);
    }

    public static Running Start(Shelf shelf, params string[] arguments) => Start(shelf, new Dictionary<string, string>(), arguments);

    /// <summary>Stops it as systemd does, and returns how it ended and what it said on standard error.</summary>
    public async Task<(int ExitCode, string Errors)> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_program.Id}"]);
        return await EndAsync();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        var errors = await _program.StandardError.ReadToEndAsync();
        await _program.WaitForExitAsync();
        return (_program.ExitCode, errors);
    }

    public void Dispose()
    {
        if (!_program.HasExited)
        {
            _program.Kill(entireProcessTree: true);
        }

        _program.Dispose();
    }
}
