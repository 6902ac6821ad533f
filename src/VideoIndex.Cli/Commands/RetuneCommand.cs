using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Objects;
using VideoIndex.Objects.Tracking;
using VideoIndex.Pipeline.Shots;
using VideoIndex.Shots;

namespace VideoIndex.Cli.Commands;

/// <summary>Decides a video's shots again from what was kept of its frames.</summary>
internal sealed class RetuneCommand : LibraryCommand
{
    private const int PerCent = SeenObject.Certain / 100;
    private readonly Argument<string> _video = Naming.Video();

    private readonly Option<int> _threshold = new("--threshold")
    {
        Description = $"How sure a change must be to count as a cut, from {CutOptions.LeastThreshold} to 100; lower finds more.",
        HelpName = "N",
        DefaultValueFactory = _ => new CutOptions().Threshold,
    };

    private readonly Option<int> _objects = new("--object-threshold")
    {
        Description = $"How sure a model must be of an object or a face to begin a track, in percent, from {TrackOptions.LeastThreshold / PerCent} to 100; lower finds more.",
        HelpName = "N",
        DefaultValueFactory = _ => new TrackOptions().Threshold / PerCent,
    };

    public RetuneCommand()
        : base("retune", "Decide a video's shots and objects again with other thresholds, without decoding it.")
    {
        Arguments.Add(_video);
        Options.Add(_threshold);
        Options.Add(_objects);
        Naming.Bound(_threshold, CutOptions.LeastThreshold, 100);
        Naming.Bound(_objects, TrackOptions.LeastThreshold / PerCent, 100);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var (video, evidence) = await library.ResolveFramesAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        var tools = await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        var retuning = new Retuning(library.Catalog, LibraryHost.Frames(tools), library.Folder);
        var threshold = invocation.Get(_threshold);
        var how = (new CutOptions { Threshold = threshold }, new TrackOptions { Threshold = invocation.Get(_objects) * PerCent });
        var (before, after) = await retuning.RunAsync(video, evidence, how, cancellationToken).ConfigureAwait(false);
        await library.LogoMoments(tools).RefreshAsync(video.Id, cancellationToken).ConfigureAwait(false); // an appearance ends with its shot
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new RetunedShape(VideoName.Of(video), threshold, before, after), Shapes.Default.RetunedShape);
        }
        else
        {
            invocation.Terminal.Say($"{Counts.Of(after, "shot")} at threshold {threshold}; before: {before}.");
        }

        return ExitCodes.Ok;
    }
}
