using VideoIndex.Brands.Pictures;
using VideoIndex.Media;
using VideoIndex.Pipeline.Library;
using VideoIndex.Similar;
using VideoIndex.Similar.Evidence;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Similar;

/// <summary>Sees to it that every keyframe of a library has its vector by a model: those that are missing are made of the pictures the library keeps, and kept.</summary>
public sealed class KeyframeVectors(ICatalog catalog, IVectorStore store, IPictureReader pictures, LibraryFolder folder)
{
    /// <summary>Makes what is missing. What was made is kept, video by video, so that one who stops it loses little.</summary>
    /// <param name="embedder">The model.</param>
    /// <param name="progress">Told how many videos are left, before each.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The vectors of all.</returns>
    public async Task<LibraryVectors> ReadAsync(IEmbedder embedder, IProgress<int> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        ArgumentNullException.ThrowIfNull(progress);
        var missing = await store.WithoutVectorsAsync(embedder.Pictures, cancellationToken).ConfigureAwait(false);
        foreach (var (done, video) in missing.Index())
        {
            progress.Report(missing.Count - done);
            if (await catalog.ReadAsync(video, cancellationToken).ConfigureAwait(false) is { } contents)
            {
                var made = await MakeAsync(embedder, contents.Shots, cancellationToken).ConfigureAwait(false);
                await store.ReplaceVectorsAsync(VideoVectors.Of(video, embedder.Pictures, made), cancellationToken).ConfigureAwait(false);
            }
        }

        return new LibraryVectors(await store.ReadVectorsAsync(embedder.Pictures, cancellationToken).ConfigureAwait(false), embedder.Dimensions);
    }

    private async Task<List<(VectorMoment Moment, float[] Vector)>> MakeAsync(IEmbedder embedder, IReadOnlyList<ShotRecord> shots, CancellationToken cancellationToken)
    {
        var made = new List<(VectorMoment, float[])>();
        foreach (var shot in shots)
        {
            if (shot.Keyframe is { } place && File.Exists(folder.PathOf(place)))
            {
                try
                {
                    var read = await pictures.ReadAsync(folder.PathOf(place), cancellationToken).ConfigureAwait(false);
                    made.Add((ShotVectors.MomentOf(shot), embedder.Embed(read.Picture)));
                }
                catch (MediaRefusedException)
                {
                    // One colour alone, or damaged: no words are like it.
                }
            }
        }

        return made;
    }
}
