using VideoIndex.Brands;
using VideoIndex.Pipeline.Logos;
using VideoIndex.Pipeline.Logos.Finding;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for the logos of all brands that are looked for to be found in what was kept of a video.</summary>
/// <param name="Video">The video.</param>
/// <param name="Run">The run; it may be over.</param>
/// <param name="Logos">Names the logos there were when it was asked; empty for the search that ends an analysis.</param>
public sealed record FindLogos(VideoId Video, int Run, string Logos) : ICommand
{
    /// <inheritdoc/>
    public string Unit => Logos;
}

/// <summary>Says that they have been looked for.</summary>
public sealed record LogosLookedFor;

/// <summary>Looks for logos in the keypoints of a video, whichever came first. Nothing is decoded, and the file may be gone.</summary>
/// <param name="brands">The brands; it looks for what they are when it begins.</param>
/// <param name="finds">Looks for logos.</param>
/// <param name="moments">Makes what was found searchable.</param>
public sealed class FindLogosStage(IBrandStore brands, LogoFinds finds, LogoMoments moments) : IStage<FindLogos, LogosLookedFor>
{
    /// <inheritdoc/>
    public async Task<LogosLookedFor> RunAsync(FindLogos command, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(progress);
        var logos = KnownLogo.Of(await brands.ListAsync(cancellationToken).ConfigureAwait(false));
        _ = await finds.EnsureAsync(command.Video, logos, new Looks(progress), cancellationToken).ConfigureAwait(false);
        await moments.RefreshAsync(command.Video, cancellationToken).ConfigureAwait(false);
        return new LogosLookedFor();
    }

    private sealed class Looks(IProgress<StageProgress> progress) : IProgress<LogoProgress>
    {
        public void Report(LogoProgress value) => progress.Report(new StageProgress(value.Done, value.Whole));
    }
}
