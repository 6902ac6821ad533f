using VideoIndex.Jobs;
using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Intake;

/// <summary>Says what became of a file that was offered.</summary>
/// <param name="Video">The video as it is known now.</param>
/// <param name="AlreadyKnown">Whether the same bytes had been indexed before, so that nothing is to be done.</param>
/// <param name="EarlierPath">The path they were known by, when it is another one; null otherwise.</param>
public sealed record Offered(Video Video, bool AlreadyKnown, string? EarlierPath);

/// <summary>The door: a file's bytes are named, and the work on them is ordered. What is offered twice is done once.</summary>
public sealed class VideoIntake(IJobStore jobs, IDoorbell doorbell, ICatalog catalog, TimeProvider clock)
{
    /// <summary>Takes one file in. When the task completes, the work on it will be done, whatever happens to this program.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="force">Whether to index again what is already finished.</param>
    /// <param name="cancellationToken">Stops the reading; nothing is kept then.</param>
    /// <exception cref="MediaRefusedException">
    /// The file does not exist, may not be read, holds no bytes or too many: that is said of the path, not of its content, so
    /// no state is kept for it.
    /// </exception>
    public async Task<Offered> OfferAsync(string path, bool force, CancellationToken cancellationToken)
    {
        var file = ContentHash.Find(path);
        var id = await ContentHash.OfAsync(file, cancellationToken).ConfigureAwait(false);
        var known = await catalog.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (known is { State: not VideoState.Accepted } && !force)
        {
            return await RecognizeAsync(known, path, cancellationToken).ConfigureAwait(false);
        }

        var video = new Video
        {
            Id = id,
            Path = path,
            Bytes = file.Length,
            Modified = new DateTimeOffset(file.LastWriteTimeUtc),
            Added = known?.Added ?? clock.GetUtcNow(),
            Run = known switch
            {
                null => 1,
                { State: VideoState.Accepted } => known.Run, // already on its way: the same orders again are none
                _ => known.Run + 1,
            },
        };
        var begun = Route.Begin(video);
        await jobs.SubmitAsync(begun, cancellationToken).ConfigureAwait(false);
        await doorbell.RingAsync(begun.Orders[0].Queue, cancellationToken).ConfigureAwait(false);
        return new Offered(video, AlreadyKnown: false, EarlierPath: null);
    }

    // The same bytes are the same video. If they are no longer where they were, they have moved.
    private async Task<Offered> RecognizeAsync(Video known, string path, CancellationToken cancellationToken)
    {
        if (known.Path == path || File.Exists(known.Path))
        {
            return new Offered(known, AlreadyKnown: true, known.Path == path ? null : known.Path);
        }

        await catalog.MoveAsync(known.Id, path, cancellationToken).ConfigureAwait(false);
        return new Offered(known with { Path = path }, AlreadyKnown: true, known.Path);
    }
}
