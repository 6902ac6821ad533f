using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VideoIndex.Cli.Tests.Footage;

/// <summary>What one command said, and how it ended.</summary>
internal sealed partial record Ran(int ExitCode, string Output, string Errors, string Library)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What differs from run to run and from machine to machine.
    private static readonly HashSet<string> Passing =
    [
        "bytes", "added", "changed", "when", "reviewedAt", "firstAsked", "lastAsked", "wallMilliseconds", "cpuMilliseconds", "bytesRead", "timesRealTime", "keyframeTime", "averagePicture", "keypointBytes", "stillBytes", "bytesAnHour", "videoIndex", "runtime", "ffmpeg", "tesseract", "sqlite", "sqliteFile",
        "protection", "weakness", "freeBytes", "healthy", "modelRuntime", "meanAreaPercent", "largestAreaPercent", "visiblePercent", "clarity", "fromCentre", "areaSecondsPercent", "score", "notTried", "tried",
    ];

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The exit code and the sentence, for a failure.</summary>
    public string Ending => $"{ExitCode} {Errors.TrimEnd()}";

    public JsonNode Json() => JsonNode.Parse(Output)!;

    /// <summary>Every line of JSON, indented, without what differs from run to run.</summary>
    public async Task<string> GoldenJsonAsync()
    {
        var answers = Lines.Select(line => JsonNode.Parse(line)!).ToList();
        answers.ForEach(Settle);
        return await SettledAsync(string.Join('\n', answers.Select(answer => answer.ToJsonString(Indented))) + "\n");
    }

    /// <summary>The words on standard output, without what differs from run to run.</summary>
    public async Task<string> GoldenWordsAsync() => Sizes().Replace(Megabytes().Replace(Costs().Replace(Speeds().Replace(await SettledAsync(Output), " {SPEED}"), "{COST}"), "{SIZE}"), "{BYTES} bytes");

    private static void Settle(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            array.ToList().ForEach(Settle);
        }

        foreach (var (name, value) in node is JsonObject found ? found.ToList() : [])
        {
            if (Passing.Contains(name))
            {
                node![name] = value is null && name is "timesRealTime" or "reviewedAt" ? null : $"{{{name.ToUpperInvariant()}}}";
            }
            else
            {
                Settle(value);
            }
        }
    }

    private async Task<string> SettledAsync(string text)
    {
        text = text.Replace(Library, "{LIBRARY}").Replace(await Reels.FolderAsync(), "{DIR}").Replace(Path.GetDirectoryName(Library)!, "{OUT}");
        text = Keyframes().Replace(text, "frames/{ID}/{FRAME}.jpg");
        text = Days().Replace(Sums().Replace(Examples().Replace(text, "brands/{SHA256}"), "{SHA256}"), "{WHEN}");
        text = Libraries().Replace(text, "urn:videoindex:library:{LIBRARY}");
        return ShortIds().Replace(Ids().Replace(text, "{ID}"), "{ID8...}");
    }

    [GeneratedRegex(@"frames/[0-9a-f]{2}/[0-9a-f]{32}/\d{8}\.jpg")]
    private static partial Regex Keyframes();

    [GeneratedRegex(@"brands/[0-9a-f]{2}/[0-9a-f]{64}")]
    private static partial Regex Examples();

    [GeneratedRegex(@"\b[0-9a-f]{64}\b")]
    private static partial Regex Sums();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC")]
    private static partial Regex Days();

    [GeneratedRegex("urn:videoindex:library:[0-9a-f-]+")]
    private static partial Regex Libraries();

    [GeneratedRegex(@"\b[0-9a-f]{32}\b")]
    private static partial Regex Ids();

    // Eight hex digits, as people see an id; a token of the same width keeps the columns.
    [GeneratedRegex(@"\b[0-9a-f]{8}\b")]
    private static partial Regex ShortIds();

    [GeneratedRegex(@" \d+\.\d s of footage in \d+\.\d s, \d+\.\d x real time", RegexOptions.Multiline)]
    private static partial Regex Speeds();

    // What a video or a stage took: "0.35 s (11.4 x real time), CPU 0.20 s, 58 bytes read".
    [GeneratedRegex(@"\d+\.\d\d s( \([\d.]+ x real time\))?(, CPU \d+\.\d\d s, [\d,]+ bytes? read)?")]
    private static partial Regex Costs();

    [GeneratedRegex(@"\d+\.\d\d MB")]
    private static partial Regex Megabytes();

    [GeneratedRegex(@"[\d,]+ bytes")]
    private static partial Regex Sizes();
}
