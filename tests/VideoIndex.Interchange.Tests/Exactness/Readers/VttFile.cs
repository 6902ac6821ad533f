using System.Text;
using System.Text.RegularExpressions;

namespace VideoIndex.Interchange.Tests.Exactness.Readers;

/// <summary>A cue as a browser has it.</summary>
internal sealed record VttCue(string Id, Fraction Start, Fraction End, string Settings, string Payload);

/// <summary>Reads WebVTT as section 6 of W3C's recommendation tells players to: forgiving, and therefore also of what a writer never meant.</summary>
internal static partial class VttFile
{
    /// <summary>Returns the cues a browser would have.</summary>
    public static IReadOnlyList<VttCue> Read(string text)
    {
        var lines = text.Replace("\0", "\uFFFD", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        Assert.True(lines[0] == "WEBVTT" || lines[0].StartsWith("WEBVTT ", StringComparison.Ordinal) || lines[0].StartsWith("WEBVTT\t", StringComparison.Ordinal), lines[0]);
        Assert.Equal("", lines[1]); // else a header, which nobody here writes
        var (cues, at) = (new List<VttCue>(), 1);
        while (at < lines.Length)
        {
            if (lines[at] == "")
            {
                at++;
                continue;
            }

            cues.AddRange(Block(lines, ref at));
        }

        return cues;
    }

    /// <summary>Returns what is read of a cue: tags away, references resolved.</summary>
    public static string WordsOf(string payload)
    {
        var words = new StringBuilder();
        for (var at = 0; at < payload.Length; at++)
        {
            if (payload[at] == '<')
            {
                var end = payload.IndexOf('>', at);
                at = end < 0 ? payload.Length : end;
            }
            else if (payload[at] == '&' && Reference().Match(payload, at) is { Success: true } reference)
            {
                words.Append(System.Net.WebUtility.HtmlDecode(reference.Value));
                at += reference.Length - 1;
            }
            else
            {
                words.Append(payload[at]);
            }
        }

        return words.ToString();
    }

    // A block goes on to a blank line, or to a line with an arrow that is not its own.
    private static IEnumerable<VttCue> Block(string[] lines, ref int at)
    {
        var (before, payload) = (new List<string>(), new List<string>());
        Match? times = null;
        for (var seen = 0; at < lines.Length && lines[at] != ""; at++, seen++)
        {
            if (lines[at].Contains("-->", StringComparison.Ordinal))
            {
                if (times is not null || seen > 1)
                {
                    break;
                }

                times = Times().Match(lines[at]);
            }
            else
            {
                (times is null ? before : payload).Add(lines[at]);
            }
        }

        return times is { Success: true }
            ? [new VttCue(string.Join('\n', before), CueTimes.Read(times.Groups[1].Value), CueTimes.Read(times.Groups[2].Value), times.Groups[3].Value, string.Join('\n', payload))]
            : [];
    }

    [GeneratedRegex(@"^\s*((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})\s*-->\s*((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:\s+(.*))?$")]
    private static partial Regex Times();

    [GeneratedRegex(@"\G&(?:[A-Za-z]+|#\d+|#[xX][0-9A-Fa-f]+);")]
    private static partial Regex Reference();
}
