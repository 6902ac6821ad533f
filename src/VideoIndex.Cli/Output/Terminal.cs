using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Win32.SafeHandles;
using Spectre.Console.Rendering;
using VideoIndex.Cli.Output.Json;

namespace VideoIndex.Cli.Output;

/// <summary>Where a command's answers go: JSON or words on standard output, failures and progress on standard error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter errors, bool json)
{
    private const int LongestPointedAt = 100;
    private const int StandardOutput = 1;

    private Stream? _strict;

    /// <summary>Gets whether answers are JSON.</summary>
    public bool Json { get; } = json;

    /// <summary>Gets whether a person watches standard error.</summary>
    public static bool IsWatched => !Console.IsErrorRedirected;

    /// <summary>Writes one answer as JSON on one line.</summary>
    public void Write<T>(T answer, JsonTypeInfo<T> type) => output.WriteLine(JsonSerializer.Serialize(answer, type));

    /// <summary>Writes JSON that is already text, on one line.</summary>
    public void Raw(string json) => output.WriteLine(json);

    /// <summary>Writes a line of an answer that must arrive: when this returns, the pipe or file has it.</summary>
    /// <exception cref="IOException">Nobody reads it any more. Any other answer is dropped then without a word.</exception>
    public void HandOver(string line)
    {
        if (ReferenceEquals(output, Console.Out))
        {
            _strict ??= OpenStrictly();
            _strict.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }
        else
        {
            output.WriteLine(line);
        }
    }

    /// <summary>Writes a line of an answer in words.</summary>
    public void Say(string line = "") => output.WriteLine(Harmless(line));

    /// <summary>Writes a remark beside the answer.</summary>
    public void Remark(string line) => errors.WriteLine(Harmless(line));

    /// <summary>Shows how far the work has come, on the line the cursor is on; an empty text clears it.</summary>
    public void Progress(string text)
    {
        if (IsWatched)
        {
            var width = Math.Max(20, Console.BufferWidth - 1);
            text = Harmless(text);
            errors.Write($"\r{(text.Length > width ? text[..width] : text.PadRight(width))}{(text.Length == 0 ? "\r" : "")}");
        }
    }

    /// <summary>Says why the command failed: one sentence on standard error and, with JSON, the code on standard output.</summary>
    /// <param name="code">The machine-readable code.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="question">The question that could not be understood, if that is why; the character at fault is pointed at.</param>
    /// <param name="at">That character, from 0.</param>
    public void Fail(string code, string sentence, string? question = null, int? at = null)
    {
        errors.WriteLine(Harmless($"{CommandLine.Name}: {sentence}"));
        if (question is { Length: <= LongestPointedAt } && at is { } fault && !question.Contains('\n', StringComparison.Ordinal))
        {
            errors.WriteLine(Harmless($"  {question}"));
            errors.WriteLine($"  {new string(' ', new Segment(question[..fault]).CellCount())}^");
        }

        if (Json)
        {
            Write(new FailureShape(new FailureDetail(code, sentence, at)), Shapes.Default.FailureShape);
        }
    }

    // The console's own stream says nothing of a pipe without a reader; a file stream does, but would write into a file at
    // a place of its own, and not behind what other programs have written there.
    private static Stream OpenStrictly()
    {
        var pipe = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }

    // Names, titles and captions come from strangers: what could steer the terminal is shown as a replacement character.
    private static string Harmless(string text) =>
        string.Create(text.Length, text, (shown, all) =>
        {
            for (var i = 0; i < all.Length; i++)
            {
                shown[i] = char.IsControl(all[i]) && all[i] != '\n' ? '\uFFFD' : all[i];
            }
        });
}
