using System.Globalization;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Sheets;

/// <summary>Writes contact sheets as PNG or JPEG with FFmpeg.</summary>
/// <param name="tools">FFmpeg.</param>
public sealed class FfmpegSheetWriter(MediaTools tools)
{
    private const string Drawn = "sheet.rgb";

    /// <summary>Writes a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="output">Where to write (.png or .jpg); an existing file is replaced, and only by a complete sheet.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="MediaRefusedException">It could not be encoded.</exception>
    public async Task WriteAsync(ContactSheet sheet, string output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var scratch = new Scratch();
        await File.WriteAllBytesAsync(Path.Combine(scratch.Folder, Drawn), sheet.Rgb, cancellationToken).ConfigureAwait(false);
        var (name, codec) = Path.GetExtension(output).Equals(".png", StringComparison.OrdinalIgnoreCase) ? ("sheet.png", (string[])["-c:v", "png"]) : ("sheet.jpg", ["-vf", "scale=out_range=full,format=yuvj444p", "-c:v", "mjpeg", "-q:v", "2"]);
        string[] arguments =
        [
            .. DecodeCommand.Start, "-f", "rawvideo", "-pixel_format", "rgb24",
            "-video_size", string.Create(CultureInfo.InvariantCulture, $"{sheet.Width}x{sheet.Height}"), "-i", ToolCall.FolderName + Drawn,
            .. codec, "-f", "image2", "-update", "1", ToolCall.FolderName + name,
        ];
        var result = await tools.RunAsync(new ToolCall(Tool.Ffmpeg, arguments) { Folder = scratch.Folder }, _ => { }, null, cancellationToken).ConfigureAwait(false);
        Refusals.Check(result);
        if (!scratch.MoveOut(name, output))
        {
            throw new MediaRefusedException("sheet-failed", $"The contact sheet could not be made: {result.LastWords.Select(Complaint.In).LastOrDefault(words => words is { Length: > 0 }) ?? "FFmpeg wrote nothing."}");
        }
    }
}
