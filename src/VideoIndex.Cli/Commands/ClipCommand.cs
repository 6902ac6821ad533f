using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Commands;

/// <summary>Cuts a stretch out of a video.</summary>
internal sealed class ClipCommand : LibraryCommand
{
    private readonly Argument<string> _video = Naming.Video();
    private readonly Argument<string> _start = Naming.Time("START");
    private readonly Argument<string> _end = Naming.Time("END");
    private readonly Option<string> _output = Naming.Output(".mp4 or .mov");
    private readonly Option<bool> _fast = new("--fast") { Description = "Copy without encoding: quick, but the clip starts at a sync frame, which is reported." };

    public ClipCommand()
        : base("clip", "Cut a stretch out of a video, exact to the frame.")
    {
        Arguments.Add(_video);
        Arguments.Add(_start);
        Arguments.Add(_end);
        Options.Add(_output);
        Options.Add(_fast);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var output = Naming.CheckOutput(invocation.Get(_output)!, ".mp4", ".mov");
        using var library = invocation.Open();
        await library.KeepFootageAsync(output, cancellationToken).ConfigureAwait(false);
        var (video, evidence) = await library.ResolveFramesAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        var start = evidence.TimeMeant(Naming.TimeIn(video, invocation.Get(_start)));
        var end = evidence.TimeMeant(Naming.TimeIn(video, invocation.Get(_end)));
        if (end <= start || start >= evidence.End)
        {
            throw new CommandException(ExitCodes.Usage, "empty-clip", $"The clip would be empty: END must come after START, and the video ends at {evidence.End.Seconds} s.");
        }

        var asked = new MediaSpan(start, end < evidence.End ? end : evidence.End);
        var tools = await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        var order = new ClipOrder(video.Path, video.Probe!, evidence, asked, output);
        var fast = invocation.Get(_fast);
        var cutter = LibraryHost.Clips(tools);
        var cut = fast
            ? await cutter.CopyAsync(order, cancellationToken).ConfigureAwait(false)
            : await cutter.CutAsync(order, cancellationToken).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new ClipShape(video, cut, asked, !fast, output), Shapes.Default.ClipShape);
            return ExitCodes.Ok;
        }

        var rounded = cut == asked ? "" : $" (rounded from {Times.Label(asked.Start, video.Timecodes)} - {Times.Label(asked.End, video.Timecodes)})";
        invocation.Terminal.Say($"{output}: {Times.Label(cut.Start, video.Timecodes)} - {Times.Label(cut.End, video.Timecodes)}, {cut.Duration.Seconds} s{rounded}");
        return ExitCodes.Ok;
    }
}
