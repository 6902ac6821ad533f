using VideoIndex.Brands.Pictures;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Looks;

namespace VideoIndex.Ffmpeg.Pictures;

/// <summary>Reads pictures of logos with FFmpeg, in the sandbox videos are read in, and only after their headers were found in order.</summary>
public sealed class FfmpegPictureReader(MediaTools tools) : IPictureReader
{
    // 8192 x 8192 take 268 MB in four bytes a pixel, and filters hold a few of them at once.
    private static readonly ToolLimits Limits = new() { MemoryBytes = 3L << 30, CpuSeconds = 60, SilenceSeconds = 30 };

    /// <inheritdoc/>
    public async Task<PictureReading> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var header = await HeaderAsync(path, cancellationToken).ConfigureAwait(false);
        var pixels = new byte[(long)header.Width * header.Height * ColourPicture.Channels];
        var isComplete = false;
        var call = new ToolCall(Tool.Ffmpeg, PictureCommand.Decode(header)) { Input = path, Limits = Limits };
        var result = await tools.RunAsync(call, Read, null, cancellationToken).ConfigureAwait(false);
        Check(result, isComplete);
        return PictureReading.Of(new ColourPicture(header.UprightWidth, header.UprightHeight, pixels), header);

        // A byte more or less, and the picture is not of the size it said.
        void Read(Stream output) =>
            isComplete = output.ReadAtLeast(pixels, pixels.Length, throwOnEndOfStream: false) == pixels.Length && output.ReadByte() < 0;
    }

    /// <inheritdoc/>
    public async Task CropAsync(string path, PixelBox part, string output, CancellationToken cancellationToken)
    {
        var header = await HeaderAsync(path, cancellationToken).ConfigureAwait(false);
        if (!part.IsInside(header.UprightWidth, header.UprightHeight))
        {
            throw PictureRefusal.Of("bad-box");
        }

        using var scratch = new Scratch();
        var call = new ToolCall(Tool.Ffmpeg, PictureCommand.Crop(header, part)) { Input = path, Folder = scratch.Folder, Limits = Limits };
        var result = await tools.RunAsync(call, _ => { }, null, cancellationToken).ConfigureAwait(false);
        Check(result, scratch.MoveOut(PictureCommand.CropName, output));
    }

    private static async Task<PictureHeader> HeaderAsync(string path, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length > PictureHeader.MostBytes)
        {
            throw PictureRefusal.Of("picture-file-too-large");
        }

        return PictureHeader.Read(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
    }

    private static void Check(ToolResult result, bool isComplete)
    {
        if (result.Misbehaviour is "stalled" or "limit-exceeded" || result.Said("Cannot allocate memory"))
        {
            throw PictureRefusal.Of("picture-bomb");
        }

        if (result.ExitCode != 0 || !isComplete)
        {
            throw PictureRefusal.Of("picture-unreadable");
        }
    }
}
