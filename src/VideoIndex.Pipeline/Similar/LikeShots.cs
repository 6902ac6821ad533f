using VideoIndex.Looks;
using VideoIndex.Similar;
using VideoIndex.Similar.Evidence;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Similar;

/// <summary>Finds shots that look like another, or like a picture, in what is kept of a library's frames: no file is opened and nothing is decoded.</summary>
public sealed class LikeShots(ICatalog catalog, IVectorStore store)
{
    /// <summary>Finds shots like one of a video; that one itself is not among them.</summary>
    /// <param name="video">The video.</param>
    /// <param name="shot">The shot.</param>
    /// <param name="most">The most wanted, 1 or more.</param>
    /// <param name="within">Which moments may be answers; null for all.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The shots, the most alike first; null where nothing was kept that the shot could be known by.</returns>
    public async Task<IReadOnlyList<LikeShot>?> FindAsync(Video video, ShotRecord shot, int most, MomentChoice? within, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(video);
        var library = await ReadAsync(cancellationToken).ConfigureAwait(false);
        var evidence = await catalog.ReadEvidenceAsync(video.Id, cancellationToken).ConfigureAwait(false);
        return evidence is not null && library.VectorOf(video.Id, ShotVectors.MomentOf(shot)) is { } plain && ShotVectors.Mirrored(evidence, shot) is { } mirrored
            ? [.. Find(library, plain, mirrored, most + 1, within).Where(found => found.Video != video.Id || found.Moment != ShotVectors.MomentOf(shot)).Take(most)]
            : null;
    }

    /// <summary>Finds shots like a picture.</summary>
    /// <returns>The shots, the most alike first.</returns>
    public async Task<IReadOnlyList<LikeShot>> FindAsync(ColourPicture picture, int most, MomentChoice? within, CancellationToken cancellationToken) =>
        Find(await ReadAsync(cancellationToken).ConfigureAwait(false), ShotDescriptor.Of(picture), ShotDescriptor.Of(picture, mirrored: true), most, within);

    private static IReadOnlyList<LikeShot> Find(LibraryVectors library, float[] plain, float[] mirrored, int most, MomentChoice? within)
    {
        float[][] asked = [plain, mirrored];
        return
        [
            .. library.Nearest([.. asked.Select(one => ShotDescriptor.Asked(one))], most, within)
                .Select(near => new LikeShot(near.Video, near.Moment, Math.Clamp(near.Score, 0, 1), ShotDescriptor.Compare(asked[near.Asked], library.VectorOf(near)))
                {
                    Mirrored = near.Asked == 1,
                }),
        ];
    }

    // A video that was indexed before shots were described is described now, from what was kept of it, and kept so.
    private async Task<LibraryVectors> ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var video in await store.WithoutVectorsAsync(ShotVectors.Source, cancellationToken).ConfigureAwait(false))
        {
            var contents = await catalog.ReadAsync(video, cancellationToken).ConfigureAwait(false);
            var evidence = await catalog.ReadEvidenceAsync(video, cancellationToken).ConfigureAwait(false);
            if (contents is not null)
            {
                await store.ReplaceVectorsAsync(ShotVectors.Of(video, evidence, contents.Shots), cancellationToken).ConfigureAwait(false);
            }
        }

        return new LibraryVectors(await store.ReadVectorsAsync(ShotVectors.Source, cancellationToken).ConfigureAwait(false), ShotDescriptor.Dimensions);
    }
}

/// <summary>A shot that looks like what was asked for.</summary>
/// <param name="Video">The video it is in.</param>
/// <param name="Moment">When, and the moment that stands for it.</param>
/// <param name="Score">How alike they are, from 0 to 1.</param>
/// <param name="Why">How alike they are in each part of it, from 0 to 1: <c>layout</c>, <c>colour</c>, <c>light</c>, <c>edges</c>, <c>motion</c>; those that are known of both.</param>
public sealed record LikeShot(VideoId Video, VectorMoment Moment, double Score, IReadOnlyList<(string Name, double Alike)> Why)
{
    /// <summary>Gets whether it is more like what a mirror would show.</summary>
    public bool Mirrored { get; init; }
}
