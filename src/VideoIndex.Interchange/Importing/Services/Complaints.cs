using System.Globalization;

namespace VideoIndex.Interchange.Importing.Services;

/// <summary>Counts what was wrong with a file, so that a thousand like faults are one sentence.</summary>
internal sealed class Complaints
{
    private const int LongestExample = 80;

    private readonly List<string> _sentences = [];
    private readonly Dictionary<Fault, (int Count, string First)> _faults = [];

    /// <summary>Adds a sentence of its own.</summary>
    public void Add(string sentence) => _sentences.Add(sentence);

    /// <summary>Counts a fault.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="example">With what; told of the first.</param>
    public void Count(Fault fault, string example) =>
        _faults[fault] = _faults.TryGetValue(fault, out var known) ? (known.Count + 1, known.First) : (1, Shown(example));

    /// <summary>Returns all of it, a sentence each.</summary>
    public IReadOnlyList<string> ToSentences() =>
    [
        .. _sentences,
        .. _faults.Select(fault => fault.Value.Count == 1
            ? $"1 {fault.Key.One}: {fault.Value.First}."
            : string.Create(CultureInfo.InvariantCulture, $"{fault.Value.Count} {fault.Key.Many}; the first: {fault.Value.First}.")),
    ];

    // What a stranger wrote is shown on one line, and not the whole of 100 KB.
    private static string Shown(string example)
    {
        var line = string.Concat(example.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length <= LongestExample ? line : $"{line[..(LongestExample - (char.IsHighSurrogate(line[LongestExample - 1]) ? 1 : 0))]}...";
    }
}

/// <summary>A fault that may occur many times in a file.</summary>
/// <param name="One">How one is told of, after the number: <c>span ends before it begins and was left out</c>.</param>
/// <param name="Many">How several are.</param>
internal sealed record Fault(string One, string Many)
{
    /// <summary>Gets that a span ends before it begins.</summary>
    public static Fault Backwards { get; } = new("span ends before it begins and was left out", "spans end before they begin and were left out");

    /// <summary>Gets that a time is none.</summary>
    public static Fault NoTime { get; } = new("span has times that cannot be read and was left out", "spans have times that cannot be read and were left out");

    /// <summary>Gets that a span lies outside the video.</summary>
    public static Fault Outside { get; } = new("span lies outside the video and was left out", "spans lie outside the video and were left out");

    /// <summary>Gets that a span reaches beyond the video.</summary>
    public static Fault Beyond { get; } = new("span reaches beyond the video and was cut at its end", "spans reach beyond the video and were cut at its ends");

    /// <summary>Gets that a confidence is none.</summary>
    public static Fault Sureness { get; } =
        new("confidence is not between 0 and 1 and was taken as the nearer of the two", "confidences are not between 0 and 1 and were taken as the nearer of the two");

    /// <summary>Gets that a place lies outside the picture.</summary>
    public static Fault Place { get; } = new("place lies outside the picture and was left out", "places lie outside the picture and were left out");

    /// <summary>Gets that there are no words.</summary>
    public static Fault Nameless { get; } = new("thing has no words and was left out", "things have no words and were left out");
}
