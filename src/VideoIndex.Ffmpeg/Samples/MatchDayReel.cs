using System.Reflection;
using VideoIndex.Ffmpeg.Running;

namespace VideoIndex.Ffmpeg.Samples;

/// <summary>A drawn football match of 40 seconds, made by FFmpeg alone, so that the product can be tried without footage.</summary>
/// <remarks>
/// The recipe is <c>samples/match-day</c>, carried inside this assembly; its README holds the ground truth. On one
/// build of FFmpeg the same recipe gives the same bytes.
/// </remarks>
public static class MatchDayReel
{
    private const string ReelFile = "match-day.mov";
    private const string Prefix = "match-day/";
    private const string FilterFile = "match-day.filter";
    private const string GermanCaptions = "captions.de.srt";

    // In the order the filter counts its inputs.
    private static readonly IReadOnlyList<string> Drawings =
    [
        "panorama", "pitch", "goal", "goal-net", "players", "keeper", "ball", "boards",
        "crowd", "studio", "desk", "wall", "busts", "mouths", "microphone",
    ];

    /// <summary>Makes the reel, and the German captions beside it.</summary>
    /// <param name="tools">FFmpeg.</param>
    /// <param name="output">The QuickTime file to write; its name ends in <c>.mov</c>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">FFmpeg could not make it; the message ends in its own words.</exception>
    public static async Task MakeAsync(MediaTools tools, string output, CancellationToken cancellationToken)
    {
        using var scratch = new Scratch();
        WriteRecipe(scratch.Folder);
        var call = new ToolCall(Tool.Ffmpeg, Arguments(ToolCall.FolderName, ToolCall.FolderName + ReelFile))
        {
            Folder = scratch.Folder,
            Limits = new ToolLimits { FileBytes = 1 << 30, SilenceSeconds = 600 },
        };
        var result = await tools.RunAsync(call, _ => { }, null, cancellationToken).ConfigureAwait(false);
        if (result.ExitCode != 0 || !scratch.MoveOut(ReelFile, output))
        {
            throw new IOException($"The sample reel could not be made: {(result.LastWords is [.., var last] ? last : "FFmpeg said nothing")}");
        }

        WriteSidecar(output);
    }

    /// <summary>Writes the files that <see cref="Arguments"/> names into an existing folder; those there are replaced.</summary>
    public static void WriteRecipe(string folder)
    {
        foreach (var resource in Assembly.GetExecutingAssembly().GetManifestResourceNames())
        {
            if (resource.StartsWith(Prefix, StringComparison.Ordinal))
            {
                var file = resource[Prefix.Length..];
                var text = Read(file);
                File.WriteAllText(Path.Combine(folder, file), file == FilterFile ? WithoutComments(text) : text);
            }
        }
    }

    /// <summary>Writes the German captions beside the reel, under the name by which they are found: <c>reel.de.srt</c>.</summary>
    /// <returns>The file written.</returns>
    public static string WriteSidecar(string output)
    {
        var file = Path.ChangeExtension(output, ".de.srt");
        File.WriteAllText(file, Read(GermanCaptions));
        return file;
    }

    /// <summary>Returns what FFmpeg is called with to make the reel.</summary>
    /// <param name="folder">Where <see cref="WriteRecipe"/> wrote.</param>
    /// <param name="output">The QuickTime file to write; replaced if it is there. Its name ends in <c>.mov</c>.</param>
    public static IReadOnlyList<string> Arguments(string folder, string output)
    {
        var captions = Drawings.Count;
        var attributes = captions + 1;
        return
        [
            "-hide_banner", "-nostdin", "-loglevel", "error", "-y",
            .. Drawings.SelectMany(drawing => (string[])
                ["-f", "svg_pipe", "-framerate", "30000/1001", "-i", Path.Combine(folder, drawing + ".svg")]),
            "-f", "srt", "-i", Path.Combine(folder, "captions.en.srt"),
            "-f", "ffmetadata", "-i", Path.Combine(folder, "match-day.ffmeta"),
            "-filter_complex_script", Path.Combine(folder, FilterFile),
            "-map", "[picture]", "-map", "[sound]", "-map", $"{captions}:s",
            "-map_metadata", $"{attributes}", "-map_chapters", $"{attributes}",
            // Two threads whatever the machine has: x264's choices depend on their number.
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "21", "-g", "60", "-threads", "2", "-pix_fmt", "yuv420p",
            "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
            "-c:a", "aac", "-b:a", "128k", "-metadata:s:a:0", "language=eng",
            "-c:s", "mov_text", "-metadata:s:s:0", "language=eng",
            "-timecode", "10:00:00;00",
            "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact",
            "-f", "mov", output,
        ];
    }

    // FFmpeg 5.1 knows no comments in a filter script.
    private static string WithoutComments(string script) =>
        string.Join('\n', script.Split('\n').Where(line => !line.StartsWith('#')));

    private static string Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + file)
            ?? throw new InvalidOperationException($"The recipe lacks '{file}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
