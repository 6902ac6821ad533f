using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Commands;

/// <summary>Writes the frame on screen at a moment.</summary>
internal sealed class FrameCommand : LibraryCommand
{
    private readonly Argument<string> _video = Naming.Video();
    private readonly Argument<string> _time = Naming.Time("TIME");
    private readonly Option<string> _output = Naming.Output(".png or .jpg");

    public FrameCommand()
        : base("frame", "Write the very frame that is on screen at a moment.")
    {
        Arguments.Add(_video);
        Arguments.Add(_time);
        Options.Add(_output);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var output = Naming.CheckOutput(invocation.Get(_output)!, ".png", ".jpg", ".jpeg");
        using var library = invocation.Open();
        await library.KeepFootageAsync(output, cancellationToken).ConfigureAwait(false);
        var (video, evidence) = await library.ResolveFramesAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        var time = Naming.TimeIn(video, invocation.Get(_time));
        if (time.Time >= evidence.End)
        {
            throw new CommandException(ExitCodes.Usage, "past-the-end", $"The video ends at {evidence.End.Seconds} s.");
        }

        var frame = evidence.FrameAt(time.Latest);
        var tools = await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        var proved = await LibraryHost.Frames(tools).GrabAsync(video.Path, video.Probe!, evidence, frame, output, cancellationToken).ConfigureAwait(false);
        var span = new MediaSpan(evidence.TimeOf(frame), frame + 1 < evidence.Count ? evidence.TimeOf(frame + 1) : evidence.End);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new FrameShape(video, span, frame, output, proved), Shapes.Default.FrameShape);
        }
        else
        {
            invocation.Terminal.Say($"{output}: frame {frame} (counted from 0), {Times.Label(span.Start, video.Timecodes)}, on screen from {span.Start.Seconds} s to {span.End.Seconds} s");
        }

        if (!proved)
        {
            invocation.Terminal.Remark("Warning: the frame was found by its place, but its picture is not the one seen when the video was indexed.");
        }

        return ExitCodes.Ok;
    }
}
