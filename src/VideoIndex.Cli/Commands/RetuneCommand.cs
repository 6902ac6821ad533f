using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Pipeline.Ingest;
using VideoIndex.Shots;

namespace VideoIndex.Cli.Commands;

/// <summary>Decides a video's shots again from what was kept of its frames.</summary>
internal sealed class RetuneCommand : LibraryCommand
{
    private readonly Argument<string> _video = Naming.Video();

    private readonly Option<int> _threshold = new("--threshold")
    {
        Description = "How strong a change counts as a cut, from 10 to 100; lower finds more.",
        DefaultValueFactory = _ => new CutOptions().Threshold,
    };

    public RetuneCommand()
        : base("retune", "Decide a video's shots again with another threshold, without decoding it.")
    {
        Arguments.Add(_video);
        Options.Add(_threshold);
        _threshold.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < CutOptions.LeastThreshold or > 100)
            {
                result.AddError($"--threshold is between {CutOptions.LeastThreshold} and 100.");
            }
        });
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var (video, evidence) = await library.ResolveFramesAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        var tools = await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        var retuning = new Retuning(library.Catalog, LibraryHost.Frames(tools), library.Folder);
        var threshold = invocation.Get(_threshold);
        var (before, after) = await retuning.RunAsync(video, evidence, new CutOptions { Threshold = threshold }, cancellationToken).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new RetunedShape(VideoName.Of(video), threshold, before, after), Shapes.Default.RetunedShape);
        }
        else
        {
            invocation.Terminal.Say($"{after} shots at threshold {threshold}; there were {before}.");
        }

        return ExitCodes.Ok;
    }
}
