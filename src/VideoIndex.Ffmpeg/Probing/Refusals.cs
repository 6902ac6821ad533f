using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Probing;

/// <summary>Why a file is not read: one code and one sentence each. docs/states.md lists them.</summary>
internal static class Refusals
{
    private const long MostPixels = 36_000_000;
    private const string TooManyStreams = "exceeds max_streams";
    private const string OutOfMemory = "Cannot allocate memory";
    private static readonly MediaDuration Longest = new(new Rational(24 * 3600, 1));

    // FFmpeg's own words, most telling first, and the code each becomes.
    private static readonly (string Words, string Code)[] Known =
    [
        ("Format not on whitelist", "format-not-allowed"),
        (TooManyStreams, "too-many-streams"),
        ("moov atom not found", "truncated"),
        (OutOfMemory, "limit-exceeded"),
        ("Can't find source path", "not-found"),
        ("Permission denied", "access-denied"),
        ("Invalid data found", "unreadable"),
    ];

    /// <summary>Refuses what can be told from the description alone.</summary>
    public static void Check(MediaProbe probe)
    {
        if (probe.Pictures is [] && probe.Audio is [])
        {
            throw Of("no-streams");
        }

        if (probe.Pictures is [var picture, ..])
        {
            if (!AllowList.AllowsPictures(picture.Codec))
            {
                throw new MediaRefusedException("codec-not-allowed", $"Pictures in the codec '{Plain(picture.Codec)}' are not read.");
            }

            if ((long)picture.Width * picture.Height > MostPixels)
            {
                throw Of("picture-too-large");
            }
        }

        if (probe.DeclaredDuration > Longest)
        {
            throw Of("too-long");
        }
    }

    /// <summary>Refuses a file whose reading had to be stopped, or that crashed a decoder.</summary>
    public static void Check(ToolResult result)
    {
        if ((result.Misbehaviour ?? (RanOutOfMemory(result) ? "limit-exceeded" : null)) is { } code)
        {
            throw new MediaRefusedException(code, Sentence(code), quarantine: true);
        }
    }

    /// <summary>Says why a decode gave nothing: the file went or is closed to this user, or else the given code.</summary>
    public static MediaRefusedException OfNothing(ToolResult result, string code) =>
        From(result) is { Code: "not-found" or "access-denied" } reason ? reason : new MediaRefusedException(code, Sentence(code));

    /// <summary>Turns the last words of a tool that read nothing into a refusal.</summary>
    public static MediaRefusedException From(ToolResult result)
    {
        if (RefusedCodec(result) is { } codec)
        {
            return new MediaRefusedException("codec-not-allowed", $"The file holds a stream in the codec '{Plain(codec)}', which is not read.");
        }

        return Of(Array.Find(Known, known => result.Said(known.Words)).Code ?? "unreadable");
    }

    /// <summary>Returns the codec whose decoder was refused; null when none was.</summary>
    public static string? RefusedCodec(ToolResult result)
    {
        const string before = "Codec (", after = ") not on whitelist";
        var line = result.LastWords.FirstOrDefault(line => line.Contains(before, StringComparison.Ordinal) && line.Contains(after, StringComparison.Ordinal));
        return line?[(line.IndexOf(before, StringComparison.Ordinal) + before.Length)..].Split(')')[0];
    }

    /// <summary>Refuses pictures so large that FFmpeg was not let near them, and does not even tell their size.</summary>
    public static void CheckSize(ToolResult result)
    {
        if (result.Said("Picture size "))
        {
            throw Of("picture-too-large");
        }
    }

    /// <summary>Returns the sentence of a code.</summary>
    public static string Sentence(string code) => code switch
    {
        "format-not-allowed" => "This is not a kind of file VideoIndex opens (play lists, pictures and texts are not).",
        "too-many-streams" => "The file holds more than 64 streams.",
        "no-streams" => "The file holds neither pictures nor sound.",
        "no-frames" => "Not one picture of the file could be decoded.",
        "no-sound" => "Not one sound of the file could be decoded.",
        "picture-too-large" => "The pictures are larger than 36 megapixels.",
        "too-long" => "The file says it is longer than 24 hours.",
        "not-found" => "There is no such file.",
        "access-denied" => "The file may not be read by this user.",
        "truncated" => "The file is not complete: its table of contents is missing.",
        "stalled" => "Reading was stopped: the decoder made no progress.",
        "limit-exceeded" => "Reading was stopped: the decoder went over its limit of memory, time or output.",
        "decoder-crashed" => "The decoder crashed on this file.",
        "too-many-frames" => "The file holds more pictures than any real one of its kind could.",
        _ => "The file is damaged, or is not video or audio.",
    };

    // FFmpeg ends by itself, with an error, when the limit denies it memory.
    private static bool RanOutOfMemory(ToolResult result) =>
        result.ExitCode != 0 && result.Said(OutOfMemory) && !result.Said(TooManyStreams);

    private static MediaRefusedException Of(string code) => new(code, Sentence(code));

    private static string Plain(string codec) => new([.. codec.Where(char.IsAsciiLetterOrDigit).Take(20)]);
}
