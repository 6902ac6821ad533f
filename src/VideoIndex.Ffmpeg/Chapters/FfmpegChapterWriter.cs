using System.Globalization;
using VideoIndex.Ffmpeg.Clips;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Chapters;

/// <summary>Puts chapters into a copy of a video with FFmpeg, inside the sandbox: its pictures, sound and texts are copied and not encoded.</summary>
/// <param name="tools">FFmpeg.</param>
public sealed class FfmpegChapterWriter(MediaTools tools)
{
    private const string Chapters = "chapters.txt";

    /// <summary>Writes the copy.</summary>
    /// <param name="path">The video.</param>
    /// <param name="probe">What its container says.</param>
    /// <param name="chapters">The chapters in FFmpeg's own text form; they take the place of the video's own.</param>
    /// <param name="output">Where to write (.mp4 or .mov); an existing file is replaced, and only by a complete copy.</param>
    /// <param name="cancellationToken">Stops the work; nothing is written then.</param>
    /// <exception cref="MediaRefusedException">It could not be written: such a file cannot hold the video's streams, say.</exception>
    public async Task WriteAsync(string path, MediaProbe probe, string chapters, string output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(probe);
        using var scratch = new Scratch();
        await File.WriteAllTextAsync(Path.Combine(scratch.Folder, Chapters), chapters, cancellationToken).ConfigureAwait(false);
        var name = Path.GetExtension(output).Equals(".mov", StringComparison.OrdinalIgnoreCase) ? "copy.mov" : "copy.mp4";
        var bytes = new FileInfo(path).Length;
        var call = new ToolCall(Tool.Ffmpeg, Arguments(probe, name))
        {
            Input = path,
            Folder = scratch.Folder,
            Limits = ToolLimits.ForWholeFile(probe.DeclaredDuration?.Seconds.ToDouble() ?? 0, bytes) with { FileBytes = (2 * bytes) + (64L << 20) },
        };
        ClipFile.Check(await tools.RunAsync(call, _ => { }, null, cancellationToken).ConfigureAwait(false));
        if (!scratch.MoveOut(name, output))
        {
            throw ClipFile.Refused("clip-failed", null);
        }
    }

    /// <summary>Returns the text tracks a copy cannot hold: those that are not in MP4's own form.</summary>
    public static IReadOnlyList<CaptionTrack> LeftOut(MediaProbe probe)
    {
        ArgumentNullException.ThrowIfNull(probe);
        return [.. probe.Captions.Where(track => track.Codec != "mov_text")];
    }

    private static IReadOnlyList<string> Arguments(MediaProbe probe, string name)
    {
        int[] streams = [.. probe.Pictures.Select(track => track.Index), .. probe.Audio.Select(track => track.Index), .. probe.Captions.Except(LeftOut(probe)).Select(track => track.Index)];
        return
        [
            .. DecodeCommand.Start, .. ClipCommand.Telling, .. AllowList.Options, "-i", ToolCall.InputName, "-f", "ffmetadata", "-i", ToolCall.FolderName + Chapters,
            .. streams.Order().SelectMany(stream => (string[])["-map", string.Create(CultureInfo.InvariantCulture, $"0:{stream}")]),
            "-c", "copy", "-strict", "experimental", "-map_chapters", "1", "-movflags", "+faststart", "-y", ToolCall.FolderName + name,
        ];
    }
}
