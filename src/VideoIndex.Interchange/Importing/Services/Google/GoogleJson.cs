using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.Services.Google;

/// <summary>Reads JSON as Google's services and client libraries write it: members in camel case or in snake case, lengths as text or in two parts.</summary>
internal static class GoogleJson
{
    private const long MostSeconds = 1L << 31;
    private const int NanosecondsPerSecond = 1_000_000_000;

    private static readonly ConcurrentDictionary<string, string> Snakes = [];

    /// <summary>Returns a member by its name in camel case, in whichever case it is written; null where there is none.</summary>
    public static JsonElement? Member(this JsonElement element, string name) => element.Of(name) ?? element.Of(SnakeOf(name));

    /// <summary>Returns the objects in a member that is an array, or the one that it is.</summary>
    public static IEnumerable<JsonElement> Members(this JsonElement element, string name) =>
        element.Objects(element.Of(name) is null ? SnakeOf(name) : name);

    /// <summary>Returns a member that is text.</summary>
    public static string? Words(this JsonElement element, string name) => element.Text(name) ?? element.Text(SnakeOf(name));

    /// <summary>Returns a member that is a number.</summary>
    public static double? Value(this JsonElement element, string name) => element.Number(name) ?? element.Number(SnakeOf(name));

    /// <summary>Returns a time from the start: <c>"1.234s"</c>, or an object of seconds and nanos. What is left out is zero, as these services leave zeros out.</summary>
    /// <returns>Null where what is there is no time.</returns>
    public static Rational? Time(this JsonElement element, string name) => element.Member(name) switch
    {
        null => default(Rational),
        { ValueKind: JsonValueKind.String } text => Read(text.GetString()!),
        { ValueKind: JsonValueKind.Object } parts => Sum(parts.Whole("seconds") ?? 0, parts.Whole("nanos") ?? 0),
        { ValueKind: JsonValueKind.Number } number => Read(number.GetRawText() + "s"),
        _ => null,
    };

    private static Rational? Read(string text)
    {
        if (!text.EndsWith('s') || !decimal.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > MostSeconds)
        {
            return null;
        }

        var whole = decimal.Truncate(seconds);
        return Sum((long)whole, (long)decimal.Round((seconds - whole) * NanosecondsPerSecond));
    }

    private static Rational? Sum(long seconds, long nanoseconds) => seconds is >= 0 and <= MostSeconds && nanoseconds is >= 0 and <= NanosecondsPerSecond
        ? new Rational(seconds, 1) + new Rational(nanoseconds, NanosecondsPerSecond)
        : null;

    private static string SnakeOf(string name) => Snakes.GetOrAdd(name, camel =>
    {
        var snake = new StringBuilder();
        foreach (var letter in camel)
        {
            snake.Append(char.IsAsciiLetterUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{letter}");
        }

        return snake.ToString();
    });
}
