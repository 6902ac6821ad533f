using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Faces;
using VideoIndex.Ffmpeg.Clips;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Inference;
using VideoIndex.Media;
using VideoIndex.Timing;
using VideoIndex.Vision.Objects;

namespace VideoIndex.Cli.Commands;

/// <summary>Cuts a stretch out of a video.</summary>
internal sealed class ClipCommand : LibraryCommand
{
    private readonly Argument<string> _video = Naming.Video();
    private readonly Argument<string> _start = Naming.Time("START");
    private readonly Argument<string> _end = Naming.Time("END");
    private readonly Option<string> _output = Naming.Output(".mp4 or .mov");
    private readonly Option<bool> _fast = new("--fast") { Description = "Copy without encoding: quick, but the clip starts at a sync frame, which is reported." };
    private readonly Option<bool> _blurFaces = new("--blur-faces") { Description = "Make the faces that are found in it unrecognisable; needs a model that finds faces. One that is missed stays as it is." };

    public ClipCommand()
        : base("clip", "Cut a stretch out of a video, exact to the frame.")
    {
        Arguments.Add(_video);
        Arguments.Add(_start);
        Arguments.Add(_end);
        Options.Add(_output);
        Options.Add(_fast);
        Options.Add(_blurFaces);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var output = Naming.CheckOutput(invocation.Get(_output)!, ".mp4", ".mov");
        var faces = invocation.Get(_blurFaces) ? Faces(invocation) : null;
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
        var (cut, blurred) = faces is null
            ? (await CutAsync(LibraryHost.Clips(tools), order, fast, cancellationToken).ConfigureAwait(false), null)
            : await BlurAsync(new FfmpegFaceBlurrer(tools), order, faces, cancellationToken).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new ClipShape(video, cut, asked, !fast, output) { Blurred = BlurredShape.Of(blurred) }, Shapes.Default.ClipShape);
            return ExitCodes.Ok;
        }

        var rounded = cut == asked ? "" : $" (rounded from {Times.Label(asked.Start, video.Timecodes)} - {Times.Label(asked.End, video.Timecodes)})";
        invocation.Terminal.Say($"{output}: {Times.Label(cut.Start, video.Timecodes)} - {Times.Label(cut.End, video.Timecodes)}, {cut.Duration.Seconds} s{rounded}");
        SayBlurred(invocation.Terminal, blurred);
        return ExitCodes.Ok;
    }

    private static Task<MediaSpan> CutAsync(FfmpegClipCutter cutter, ClipOrder order, bool fast, CancellationToken cancellationToken) =>
        fast ? cutter.CopyAsync(order, cancellationToken) : cutter.CutAsync(order, cancellationToken);

    private static async Task<(MediaSpan Cut, BlurredClip? Blurred)> BlurAsync(
        FfmpegFaceBlurrer blurrer, ClipOrder order, ModelDetectors faces, CancellationToken cancellationToken)
    {
        using var detector = faces.Open();
        var blurred = await blurrer.CutAsync(order, detector, cancellationToken).ConfigureAwait(false);
        return (blurred.Span, blurred);
    }

    // Before anything is read or written: without a model no clip is made, least of all one that is not blurred.
    private ModelDetectors Faces(Invocation invocation)
    {
        if (invocation.Get(_fast))
        {
            throw new CommandException(ExitCodes.Usage, "fast-blur", "Faces cannot be blurred in a clip that is copied without encoding: leave --fast out.");
        }

        var runtime = invocation.ModelRuntime();
        var faces = new ModelDetectors(invocation.Models(), runtime, ModelTasks.Faces, invocation.ModelOptions);
        return faces.Missing is { } missing
            ? throw new CommandException(ExitCodes.ToolMissing, runtime.Missing is null ? "no-model" : "no-runtime", $"No clip was made. {missing}")
            : faces;
    }

    private static void SayBlurred(Terminal terminal, BlurredClip? blurred)
    {
        if (blurred is not null)
        {
            terminal.Say($"Looked for faces in all {blurred.Frames} frames: {blurred.Tracks} followed, {blurred.Covered} frames with something made unrecognisable.");
            terminal.Say("A face can be missed, most easily one that is small, turned away, half hidden or badly lit. Watch the whole clip before you give it away.");
        }
    }
}
