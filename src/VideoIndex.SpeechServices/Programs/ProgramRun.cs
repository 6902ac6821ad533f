using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using VideoIndex.Inference;
using VideoIndex.SpeechServices.Sound;

namespace VideoIndex.SpeechServices.Programs;

/// <summary>One run of <c>whisper-cli</c>: both its outputs are drained, and it is stopped where it is told to, says nothing for too long, or takes too long.</summary>
internal sealed partial class ProgramRun(string program, IReadOnlyList<string> arguments, WhisperCliSettings settings, TimeProvider clock)
{
    private const int LargestAnswer = 256_000_000, LongestLine = 4_096;

    private static readonly string[] Secrets = [Endpoint.SpeechKey.Variable];

    private string _lastWords = "";

    private string Name => Path.GetFileNameWithoutExtension(program);

    /// <summary>Runs it to its end.</summary>
    /// <param name="piece">What it is given.</param>
    /// <param name="progress">Takes how much of it is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ModelException">It cannot be started, fails, or was stopped for one of its limits.</exception>
    public async Task RunAsync(SoundPiece piece, Action<double> progress, CancellationToken cancellationToken)
    {
        using var whole = new CancellationTokenSource(settings.Silence + settings.LongestForASecond * piece.Duration.Seconds.ToDouble(), clock);
        using var silence = new CancellationTokenSource(settings.Silence, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, whole.Token, silence.Token);
        using var running = Start();
        try
        {
            await Task.WhenAll(
                DrainAsync(running.StandardOutput, silence, _ => { }, stop.Token),
                DrainAsync(running.StandardError, silence, line => Listen(line, progress), stop.Token),
                running.WaitForExitAsync(stop.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new ModelException("program-hung", silence.IsCancellationRequested
                ? $"{Name} said nothing for {settings.Silence.TotalSeconds:0.#} s and was stopped."
                : $"{Name} took more than {settings.LongestForASecond.TotalSeconds:0.#} s for a second of sound and was stopped.");
        }
        finally
        {
            Kill(running); // what has ended is not troubled
        }

        if (running.ExitCode != 0)
        {
            throw Failed($"ended with {running.ExitCode}");
        }
    }

    /// <summary>Reads what it wrote.</summary>
    /// <exception cref="ModelException">It wrote nothing, as it does, with success, where it does not know an option; or more than any transcript has.</exception>
    public async Task<byte[]> AnswerAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        return !file.Exists || file.Length == 0 ? throw Failed("wrote no answer")
            : file.Length > LargestAnswer ? throw Failed($"wrote more than {LargestAnswer / 1_000_000} MB")
            : await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var secret in Secrets)
        {
            start.Environment.Remove(secret);
        }

        try
        {
            var running = Process.Start(start)!;
            running.StandardInput.Close();
            return running;
        }
        catch (Win32Exception failure)
        {
            throw new ModelException("no-program", $"'{program}' cannot be started ({failure.Message}).", failure);
        }
    }

    // Lines of any length, without keeping more than the beginning of one.
    private async Task DrainAsync(StreamReader output, CancellationTokenSource silence, Action<string> hear, CancellationToken cancellationToken)
    {
        var (buffer, line) = (new char[4096], new StringBuilder());
        for (int count; (count = await output.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            silence.CancelAfter(settings.Silence);
            foreach (var sign in buffer.AsSpan(0, count))
            {
                if (sign is '\n' or '\r')
                {
                    hear(line.ToString());
                    line.Clear();
                }
                else if (line.Length < LongestLine)
                {
                    line.Append(sign);
                }
            }
        }

        hear(line.ToString());
    }

    private void Listen(string line, Action<double> progress)
    {
        if (Progress().Match(line) is { Success: true } match)
        {
            progress(Math.Min(100, int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)) / 100.0);
        }
        else if (line.Contains("error", StringComparison.OrdinalIgnoreCase) || line.Contains("failed", StringComparison.OrdinalIgnoreCase))
        {
            _lastWords = line;
        }
    }

    private ModelException Failed(string how)
    {
        var words = Transcripts.CaptionText.Plain(_lastWords);
        words = words.Length <= 200 ? words : words[..200] + "…";
        return new ModelException("program-failed", $"{Name} {how}{(words.Length > 0 ? $", and says: {words.TrimEnd('.')}" : "")}.");
    }

    private static void Kill(Process running)
    {
        try
        {
            running.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended in the meantime.
        }
    }

    [GeneratedRegex(@"progress\s*=\s*(\d{1,3})\s*%")]
    private static partial Regex Progress();
}
