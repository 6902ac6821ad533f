using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Ends;
using VideoIndex.Media;
using VideoIndex.Pipeline.Library;
using VideoIndex.Shots;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos;

/// <summary>Appearances with the ends that could be found.</summary>
/// <param name="Appearances">The appearances of each logo that was given, in the same order.</param>
/// <param name="FramesRead">How many frames were read for it.</param>
/// <param name="Left">How many ends are still known between two looks alone because the file could not be read.</param>
public sealed record RefinedStays(IReadOnlyList<IReadOnlyList<LogoAppearance>> Appearances, int FramesRead, int Left);

/// <summary>Finds the very frames that appearances begin and end with: reads the frames around the ends, once, and keeps what it finds.</summary>
/// <remarks>What is found depends on the file and on the sightings alone. What was found before is used though the file is gone.</remarks>
/// <param name="store">Where ends are kept.</param>
/// <param name="reader">Reads frames; null to leave the files alone.</param>
public sealed class LogoEnds(IFoundEndStore store, IFrameReader? reader)
{
    // Raised when the same frames give another end.
    private const string Version = "1";

    private static readonly EndRule Rule = EndRule.Default;

    /// <summary>Returns appearances with exact ends.</summary>
    /// <param name="contents">The video.</param>
    /// <param name="evidence">Its frames.</param>
    /// <param name="stays">When each logo appears in it, as well as the looks tell.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<RefinedStays> OfAsync(VideoContents contents, FrameEvidence evidence, IReadOnlyList<LogoStays> stays, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(stays);
        var logos = new List<LogoSearches>();
        foreach (var one in stays)
        {
            logos.Add(new LogoSearches(one, Plan(one, contents, evidence), await KnownAsync(contents.Video.Id, one, cancellationToken).ConfigureAwait(false)));
        }

        var open = logos.SelectMany(logo => logo.Searches.Values).Where(search => !search.IsDone).ToList();
        var canRead = open.Count > 0 && reader is not null && await SourceFile.IsUnchangedAsync(contents.Video, cancellationToken).ConfigureAwait(false);
        var read = canRead ? await ReadAsync(contents.Video, evidence, open, cancellationToken).ConfigureAwait(false) : 0;
        foreach (var logo in canRead ? logos.Where(logo => logo.Searches.Count > 0) : [])
        {
            await store.SaveAsync(new KnownEnds(contents.Video.Id, logo.Stays.Logo, BasisOf(logo.Stays), logo.Ends()), cancellationToken).ConfigureAwait(false);
        }

        return new RefinedStays(
            [.. logos.Select(logo => logo.Exact(evidence))], read, reader is null ? 0 : open.Count(search => !search.IsDone || search.LacksFrames));
    }

    private static EndPlan Plan(LogoStays stays, VideoContents contents, FrameEvidence evidence) =>
        new(stays.Looks, evidence, [.. contents.Shots.Select(shot => shot.Shot.Span)], contents.Transitions, Rule);

    private static string BasisOf(LogoStays stays) => $"{Version} {Rule.Name} {stays.Basis}";

    private async Task<IReadOnlyDictionary<UInt128, FoundEnd?>> KnownAsync(VideoId video, LogoStays stays, CancellationToken cancellationToken) =>
        await store.ReadAsync(video, stays.Logo, cancellationToken).ConfigureAwait(false) is { } known && known.Basis == BasisOf(stays)
            ? known.Ends : new Dictionary<UInt128, FoundEnd?>();

    // Half a second of each end at a time, until none wants more. A search looks through its frames as soon as it has them.
    private async Task<int> ReadAsync(Video video, FrameEvidence evidence, List<EndSearch> searches, CancellationToken cancellationToken)
    {
        var read = 0;
        while (searches.Where(search => !search.IsDone).ToList() is [_, ..] waiting)
        {
            foreach (var (first, last) in EndRuns.Of(waiting, evidence))
            {
                read += last - first + 1;
                await ReadAsync(new FrameRun(video.Path, video.Probe!, evidence, first, last), waiting, cancellationToken).ConfigureAwait(false);
                waiting.RemoveAll(search => LooksAfter(search, last));
            }
        }

        return read;
    }

    private async Task ReadAsync(FrameRun run, List<EndSearch> searches, CancellationToken cancellationToken)
    {
        try
        {
            await reader!.ReadAsync(run, (frame, picture) => searches.ForEach(search => search.Take(frame, picture)), cancellationToken).ConfigureAwait(false);
        }
        catch (MediaRefusedException)
        {
            // The frames do not come; the searches that want them find that out.
        }
    }

    private static bool LooksAfter(EndSearch search, int frame)
    {
        if (search.Wanted[^1].Last > frame)
        {
            return false;
        }

        search.Look();
        return true;
    }
}
