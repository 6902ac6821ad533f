using VideoIndex.Copies;
using VideoIndex.Copies.Pictures;
using VideoIndex.Copies.Sounds;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Copies;

/// <summary>Looks through a library for videos that share pictures or sound with one of them. Nothing is stored, so it is right when a video has come or gone.</summary>
public sealed class SimilarVideos(ICatalog catalog, IPrintStore store, CopyOptions options)
{
    /// <summary>Finds what other videos share with a video, or with a stretch of it.</summary>
    /// <returns>The matches: the same pictures first, the longest first.</returns>
    public async Task<IReadOnlyList<CopyMatch>> FindAsync(Video video, MediaSpan? span, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(video);
        var all = await PrintsAsync(cancellationToken).ConfigureAwait(false);
        if (all.Find(prints => prints.Video == video.Id) is not { } mine)
        {
            return [];
        }

        var evidence = mine.Pictures.Count == 0 ? null : await catalog.ReadEvidenceAsync(video.Id, cancellationToken).ConfigureAwait(false);
        var finder = new CopyFinder(evidence, mine.Sound, span, options);
        var found = new List<CopyMatch>();
        foreach (var other in all.Where(other => other.Video != video.Id))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var theirs = finder.IsPromising(other) ? await catalog.ReadEvidenceAsync(other.Video, cancellationToken).ConfigureAwait(false) : null;
            found.AddRange(finder.In(other, theirs));
        }

        return [.. found.OrderBy(match => match.Kind).ThenByDescending(match => match.Here.Duration).ThenBy(match => match.Video).ThenBy(match => match.Here.Start)];
    }

    // A video whose prints are of an older making has new ones made of its sketches; its sound waits until it is indexed again.
    private async Task<List<VideoPrints>> PrintsAsync(CancellationToken cancellationToken)
    {
        var all = (await store.ReadPrintsAsync(cancellationToken).ConfigureAwait(false)).ToList();
        var known = all.Select(prints => prints.Video).ToHashSet();
        foreach (var video in await catalog.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (video.Frames > 0 && !known.Contains(video.Id)
                && await catalog.ReadEvidenceAsync(video.Id, cancellationToken).ConfigureAwait(false) is { } evidence
                && PicturePrints.Of(evidence) is { Count: > 0 } pictures)
            {
                all.Add(new VideoPrints(video.Id, pictures, SoundPrint.None));
            }
        }

        return all;
    }
}
