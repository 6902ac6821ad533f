using System.Globalization;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Clips;

/// <summary>The file a clip is made in, and its way to where it was asked for.</summary>
internal static class ClipFile
{
    /// <summary>Gets how far a call that makes a clip may go.</summary>
    public static ToolLimits Limits(ClipOrder order) =>
        ToolLimits.ForWholeFile(4 * order.Span.Duration.Seconds.ToDouble(), new FileInfo(order.Path).Length) with { FileBytes = 50L << 30 };

    /// <summary>Makes the clip in a folder of its own.</summary>
    /// <returns>How many frames FFmpeg says it wrote; 0 where the command does not make it tell.</returns>
    /// <exception cref="MediaRefusedException">It could not be made.</exception>
    public static async Task<long> MakeAsync(MediaTools tools, ClipOrder order, IReadOnlyList<string> arguments, Scratch scratch, CancellationToken cancellationToken)
    {
        var call = new ToolCall(Tool.Ffmpeg, arguments) { Input = order.Path, Folder = scratch.Folder, Limits = Limits(order) };
        var written = 0L;
        Check(await tools.RunAsync(call, told => written = LastCount(told), null, cancellationToken).ConfigureAwait(false));
        return written;
    }

    // "-progress" tells in lines of the kind frame=25, again and again.
    private static long LastCount(Stream told)
    {
        const string Frames = "frame=";
        var (last, lines) = (0L, new StreamReader(told));
        while (lines.ReadLine() is { } line)
        {
            last = line.StartsWith(Frames, StringComparison.Ordinal) && long.TryParse(line[Frames.Length..], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var count) ? count : last;
        }

        return last;
    }

    /// <summary>Refuses what FFmpeg did not finish.</summary>
    /// <exception cref="MediaRefusedException">It did not.</exception>
    public static void Check(ToolResult result)
    {
        if (result.ExitCode != 0)
        {
            throw Refused(result.Misbehaviour ?? "clip-failed", result.LastWords.Select(Complaint.In).LastOrDefault(words => words is { Length: > 0 }));
        }
    }

    /// <summary>Puts the clip where it was asked for.</summary>
    /// <exception cref="MediaRefusedException">There is none.</exception>
    public static void Deliver(ClipOrder order, Scratch scratch)
    {
        if (!scratch.MoveOut(Name(order), order.Output))
        {
            throw Refused("clip-failed", null);
        }
    }

    /// <summary>Returns what the clip is called until it is whole.</summary>
    /// <exception cref="ArgumentException">It is to be of a kind that is not made.</exception>
    public static string Name(ClipOrder order) => Path.GetExtension(order.Output).ToUpperInvariant() switch
    {
        ".MP4" => "clip.mp4",
        ".MOV" => "clip.mov",
        _ => throw new ArgumentException("A clip is written as .mp4 or .mov.", nameof(order)),
    };

    /// <summary>Returns the refusal of a clip.</summary>
    public static MediaRefusedException Refused(string code, string? why) => new(code, $"The clip could not be made: {why ?? Refusals.Sentence(code)}");
}
