using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoIndex.Cli.Commands.Work;

/// <summary>How people type times and sizes.</summary>
internal static partial class Amounts
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Returns an option that takes a length of time, from 10 ms to a day.</summary>
    public static Option<TimeSpan?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result => Read(result, ReadTime, $"{name} takes a time from 10ms to 1d, such as 500ms, 5s or 2m"),
    };

    /// <summary>Returns an option that takes a number of bytes.</summary>
    public static Option<long?> Size(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "SIZE",
        CustomParser = result => Read(result, ReadSize, $"{name} takes a size such as 512MB, 4GB or 4GiB"),
    };

    /// <summary>Refuses what is no whole number from 0.</summary>
    public static Argument<T> Whole<T>(Argument<T> argument)
    {
        argument.Validators.Add(result => Refuse(result, argument.Name));
        return argument;
    }

    /// <inheritdoc cref="Whole{T}(Argument{T})"/>
    public static Option<long> Whole(Option<long> option)
    {
        option.Validators.Add(result => Refuse(result, option.Name));
        return option;
    }

    /// <summary>Reads a length of time: <c>500ms</c>, <c>5s</c>, <c>2m</c>, <c>1.5h</c>; null when it is none, or out of bounds.</summary>
    public static TimeSpan? ReadTime(string text)
    {
        var read = TimeText().Match(text);
        var milliseconds = read.Groups["unit"].Value switch { "ms" => 1, "s" => 1000, "m" => 60_000, "h" => 3_600_000, _ => 86_400_000 };
        return read.Success && Number(read) * milliseconds is >= 10 and var length && length <= (decimal)Longest.TotalMilliseconds
            ? TimeSpan.FromMilliseconds((double)length)
            : null;
    }

    /// <summary>Reads a number of bytes: <c>512MB</c> is 512 million, <c>4GiB</c> four times 2 to the 30th; null when it is none, or beyond an exabyte.</summary>
    public static long? ReadSize(string text)
    {
        var read = SizeText().Match(text);
        var power = " KMGT".IndexOf(char.ToUpperInvariant(read.Groups["unit"].Value is [var unit, ..] ? unit : ' '), StringComparison.Ordinal);
        var step = read.Groups["binary"].Success ? 1024m : 1000m;
        return read.Success && Enumerable.Repeat(step, power).Aggregate(Number(read), (bytes, times) => bytes * times) is var whole and <= 1e18m
            ? (long)whole
            : null;
    }

    private static T? Read<T>(ArgumentResult result, Func<string, T?> read, string takes)
        where T : struct
    {
        var typed = result.Tokens is [var token] ? token.Value : "";
        if (read(typed) is { } amount)
        {
            return amount;
        }

        result.AddError($"{takes}, not '{typed}'.");
        return null;
    }

    private static void Refuse(SymbolResult result, string name)
    {
        if (result.Tokens.FirstOrDefault(token => !long.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)) is { } typed)
        {
            result.AddError($"{name} is a whole number from 0, not '{typed.Value}'.");
        }
    }

    private static decimal Number(Match read) => decimal.Parse(read.Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<number>\d{1,9}(\.\d{1,3})?)(?<unit>ms|s|m|h|d)$")]
    private static partial Regex TimeText();

    [GeneratedRegex(@"^(?<number>\d{1,15}(\.\d{1,3})?)(?<unit>[KMGT])?(?<binary>i)?B?$", RegexOptions.IgnoreCase)]
    private static partial Regex SizeText();
}
