using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Copies;
using VideoIndex.Copies;
using VideoIndex.Jobs;
using VideoIndex.Media;
using VideoIndex.Pipeline.Copies;
using VideoIndex.Pipeline.Intake;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Indexing;

/// <summary>Offers files, waits for each to settle, and says what became of it, in the order they were named. One bad file never stops the rest.</summary>
/// <remarks>It waits for the work, whoever does it: this program's workers, or those of another on the same library.</remarks>
internal sealed class Batch(VideoIntake intake, ICatalog catalog, IJobStore jobs, SimilarVideos similar, BatchReport report)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(40);

    /// <summary>Indexes files, while workers are at work.</summary>
    public async Task IndexAsync(IReadOnlyList<string> files, bool force, CancellationToken cancellationToken)
    {
        var offers = new List<Task<Offer>>();
        var earlier = Task.CompletedTask;
        foreach (var file in files)
        {
            var offer = OfferAsync(earlier, file, force, cancellationToken);
            offers.Add(offer);
            earlier = offer;
        }

        foreach (var offer in offers)
        {
            var (file, offered, refusal) = await offer.ConfigureAwait(false);
            if (offered is null)
            {
                report.Add(IndexedShape.Rejected(file, refusal!.Code, refusal.Message), null);
                continue;
            }

            var video = offered.AlreadyKnown
                ? offered.Video
                : await SettledAsync(offered.Video, others: files.Count - report.Count - 1, cancellationToken).ConfigureAwait(false);
            var matches = offered.AlreadyKnown ? [] : await similar.FindAsync(video, null, cancellationToken).ConfigureAwait(false);
            report.Add(IndexedShape.Of(file, video, offered) with { Similar = await SameAsAsync(matches, video, cancellationToken).ConfigureAwait(false) }, video);
        }
    }

    private async Task<IReadOnlyList<MatchShape>> SameAsAsync(IReadOnlyList<CopyMatch> matches, Video video, CancellationToken cancellationToken)
    {
        var told = new List<MatchShape>();
        foreach (var match in matches)
        {
            if (await catalog.FindAsync(match.Video, cancellationToken).ConfigureAwait(false) is { } other)
            {
                told.Add(new MatchShape(match, video, other));
            }
        }

        return told;
    }

    // One after the other: two files read from one disk at once take longer than in turn.
    private async Task<Offer> OfferAsync(Task earlier, string file, bool force, CancellationToken cancellationToken)
    {
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            return new Offer(file, await intake.OfferAsync(file, force, cancellationToken).ConfigureAwait(false), null);
        }
        catch (MediaRefusedException refusal)
        {
            return new Offer(file, null, refusal);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new Offer(file, null, new MediaRefusedException("file-error", unreadable.Message));
        }
    }

    // A run is over when no job of it is waiting or at work.
    private async Task<Video> SettledAsync(Video video, int others, CancellationToken cancellationToken)
    {
        var live = new JobFilter { Video = video.Id, States = [JobState.Ready, JobState.Leased], Most = 1 };
        while (await jobs.ListAsync(live, cancellationToken).ConfigureAwait(false) is not [])
        {
            await report.ShowAsync(video, others, cancellationToken).ConfigureAwait(false);
            await Task.Delay(BetweenLooks, cancellationToken).ConfigureAwait(false);
        }

        var settled = await catalog.FindAsync(video.Id, cancellationToken).ConfigureAwait(false) ?? video;
        return settled.State == VideoState.Accepted ? await GivenUpAsync(settled, cancellationToken).ConfigureAwait(false) : settled;
    }

    // It waits for a person: the work that would have said more was given up.
    private async Task<Video> GivenUpAsync(Video video, CancellationToken cancellationToken)
    {
        var dead = await jobs.ListAsync(new JobFilter { Video = video.Id, States = [JobState.Dead] }, cancellationToken).ConfigureAwait(false);
        return dead is [.., { LastFailure: { } failure } job]
            ? video with { Code = failure.Code, Sentence = $"{failure.Sentence.TrimEnd('.')}. See: videoindex jobs show {job.Number}" }
            : video;
    }

    private sealed record Offer(string File, Offered? Offered, MediaRefusedException? Refusal);
}
