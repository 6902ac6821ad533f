using System.Globalization;
using VideoIndex.Brands;
using VideoIndex.Brands.Pictures;
using VideoIndex.Cli.Output;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Looks;

namespace VideoIndex.Cli.Commands.Brands;

/// <summary>A part of a frame, as a person named it: which video, which time, which box.</summary>
internal sealed record FrameCut(string Video, string Time, PixelBox Box)
{
    /// <summary>Reads what was typed after <c>--from</c>: three words for each cut.</summary>
    /// <exception cref="CommandException">It is something else.</exception>
    public static IReadOnlyList<FrameCut> Read(IReadOnlyList<string> words) => words.Count % 3 == 0
        ? [.. words.Chunk(3).Select(three => new FrameCut(three[0], three[1], ReadBox(three[2])))]
        : throw new CommandException(ExitCodes.Usage, "bad-usage", "--from takes three words: VIDEO TIME x,y,w,h. Files stand before it. Run: videoindex brand add --help");

    /// <summary>Fetches the very frame and keeps the part.</summary>
    public async Task<ExamplePicture> KeepAsync(LibraryHost library, MediaTools tools, Terminal terminal, CancellationToken cancellationToken)
    {
        var (video, evidence) = await library.ResolveFramesAsync(Video, cancellationToken).ConfigureAwait(false);
        var time = Naming.TimeIn(video, Time);
        if (time.Time >= evidence.End)
        {
            throw new CommandException(ExitCodes.Usage, "past-the-end", $"The video ends at {evidence.End.Seconds} s.");
        }

        var frame = evidence.FrameAt(time.Latest);
        var scratch = Directory.CreateTempSubdirectory("videoindex-");
        try
        {
            var picture = Path.Combine(scratch.FullName, "frame.png");
            if (!await LibraryHost.Frames(tools).GrabAsync(video.Path, video.Probe!, evidence, frame, picture, cancellationToken).ConfigureAwait(false))
            {
                terminal.Remark("Warning: the frame was found by its place, but its picture is not the one seen when the video was indexed.");
            }

            CheckBox(picture);
            var source = new ExampleSource.VideoFrame(video.Id, evidence.TimeOf(frame), Box);
            return await library.Examples(tools).KeepPartAsync(picture, source, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static PixelBox ReadBox(string text)
    {
        var numbers = text.Split(',');
        var read = numbers.Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1).ToList();
        return read is [>= 0, >= 0, > 0, > 0]
            ? new PixelBox(read[0], read[1], read[2], read[3])
            : throw new CommandException(ExitCodes.Usage, "bad-box", $"'{text}' is not a box. Give left, top, width and height in pixels of the frame: 120,40,300,90.");
    }

    private void CheckBox(string picture)
    {
        var frame = PictureHeader.Read(File.ReadAllBytes(picture));
        if (!Box.IsInside(frame.Width, frame.Height))
        {
            throw new CommandException(
                ExitCodes.Usage, "bad-box", string.Create(CultureInfo.InvariantCulture, $"The box does not lie inside the frame, which is {frame.Width} x {frame.Height} pixels."));
        }
    }
}
