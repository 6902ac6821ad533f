using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VideoIndex.Cli.Output;

/// <summary>Where a command's answers go: JSON or words on standard output, failures and progress on standard error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter errors, bool json)
{
    /// <summary>Gets whether answers are JSON.</summary>
    public bool Json { get; } = json;

    /// <summary>Gets whether a person watches standard error.</summary>
    public static bool IsWatched => !Console.IsErrorRedirected;

    /// <summary>Writes one answer as JSON on one line.</summary>
    public void Write<T>(T answer, JsonTypeInfo<T> type) => output.WriteLine(JsonSerializer.Serialize(answer, type));

    /// <summary>Writes a line of an answer in words.</summary>
    public void Say(string line = "") => output.WriteLine(line);

    /// <summary>Writes a remark beside the answer.</summary>
    public void Remark(string line) => errors.WriteLine(line);

    /// <summary>Shows how far the work has come, on the line the cursor is on; an empty text clears it.</summary>
    public void Progress(string text)
    {
        if (IsWatched)
        {
            var width = Math.Max(20, Console.BufferWidth - 1);
            errors.Write($"\r{(text.Length > width ? text[..width] : text.PadRight(width))}{(text.Length == 0 ? "\r" : "")}");
        }
    }

    /// <summary>Says why the command failed: one sentence on standard error and, with JSON, the code on standard output.</summary>
    /// <param name="code">The machine-readable code.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The character of the question at fault, from 0, if there is one.</param>
    public void Fail(string code, string sentence, int? at = null)
    {
        errors.WriteLine($"videoindex: {sentence}");
        if (Json)
        {
            Write(new FailureShape(new FailureDetail(code, sentence, at)), Shapes.Default.FailureShape);
        }
    }
}
