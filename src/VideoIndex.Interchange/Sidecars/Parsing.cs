using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using VideoIndex.Sidecars;

namespace VideoIndex.Interchange.Sidecars;

/// <summary>Reads JSON strictly, and says in a sentence which value is at fault.</summary>
internal static partial class Parsing
{
    /// <summary>Reads a shape.</summary>
    /// <exception cref="SidecarException">It is not JSON, or not of this shape.</exception>
    public static T Read<T>(ReadOnlySpan<byte> bytes, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(WithoutMark(bytes), type) ?? throw new JsonException();
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw Told(unreadable);
        }
    }

    /// <summary>Returns the bytes without the mark some editors write at the beginning.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    /// <summary>Puts a failure into a sentence.</summary>
    public static SidecarException Told(Exception failure)
    {
        var json = failure as JsonException;
        var where = json?.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $" (line {line + 1})") : "";
        if (json?.Path is null)
        {
            return new SidecarException("not-json", $"It is not JSON as a side-car has it{where}: cut short, nested too deep, or mistyped.");
        }

        var pointer = PointerOf(json.Path);
        var why = json.Message switch
        {
            var message when message.Contains("missing required properties", StringComparison.Ordinal) => $"it lacks {Missing(message)}",
            var message when message.Contains("could not be mapped", StringComparison.Ordinal) => "it has a member that this version knows nothing of",
            var message when message.Contains("uplicate", StringComparison.Ordinal) => "it has the same member twice",
            var message when message.Contains("is not a fraction", StringComparison.Ordinal) => "it is no fraction such as \"9009/250\"",
            var message when message.Contains("is not a frame rate", StringComparison.Ordinal) => "it is no frame rate such as \"30000/1001\"",
            _ => "it is of another type, or out of range",
        };
        return new SidecarException("bad-sidecar", $"The value at {(pointer is "" ? "the root" : pointer)} is wrong{where}: {why}.", pointer);
    }

    /// <summary>Turns <c>$.shots[3]['a/b']</c> into <c>/shots/3/a~1b</c>.</summary>
    internal static string PointerOf(string path)
    {
        var pointer = new StringBuilder();
        foreach (Match step in Step().Matches(path))
        {
            var name = step.Groups["name"].Success ? step.Groups["name"].Value : step.Groups["at"].Success ? step.Groups["at"].Value : step.Groups["quoted"].Value;
            pointer.Append('/').Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return pointer.ToString();
    }

    private static string Missing(string message) => message.Split(':') is [.., var names] ? names.Trim().TrimEnd('.').Replace("'", "\"", StringComparison.Ordinal) : "a member";

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\[(?<at>\d+)\]|\['(?<quoted>[^']*)'\]")]
    private static partial Regex Step();
}
