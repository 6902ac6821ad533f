using VideoIndex.Search;
using VideoIndex.Similar;
using VideoIndex.Similar.Evidence;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Similar;

/// <summary>Finds shots that words say: by what a model sees in their pictures, and by the moments the search finds for the words, one order made of both.</summary>
public sealed class LikeWords(ICatalog catalog)
{
    // How far down each order is looked: what stands further counts for next to nothing.
    private const int Deepest = 200;

    private readonly Dictionary<VideoId, IReadOnlyList<ShotRecord>> _shots = [];

    /// <summary>Finds them.</summary>
    /// <param name="asked">The words' vector.</param>
    /// <param name="library">The pictures' vectors.</param>
    /// <param name="found">The moments the search found for the words, in its order.</param>
    /// <param name="most">The most wanted, 1 or more.</param>
    /// <param name="within">Which moments may be answers; null for all.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<IReadOnlyList<WordedShot>> FindAsync(
        float[] asked, LibraryVectors library, IReadOnlyList<Moment> found, int most, MomentChoice? within, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(found);
        var seen = library.Nearest([asked], Math.Max(most, Deepest), within);
        var said = new List<(VideoId Video, VectorMoment Moment)>();
        foreach (var moment in found.Where(moment => within?.Has(moment.Video.Id, moment.Span) != false))
        {
            if (await ShotOfAsync(moment, cancellationToken).ConfigureAwait(false) is { } shot)
            {
                said.Add((moment.Video.Id, shot));
            }
        }

        var pictures = seen.Select(near => (near.Video, near.Moment)).ToList();
        var words = said.Distinct().ToList();
        return
        [
            .. RankFusion.Reciprocal<(VideoId Video, VectorMoment Moment)>([pictures, words]).Take(most).Select(fused => new WordedShot(
                fused.Item.Video, fused.Item.Moment, fused.Score, Place(pictures, fused.Item), Place(words, fused.Item))),
        ];
    }

    private static int? Place<T>(List<T> ranking, T item) => ranking.IndexOf(item) is >= 0 and var at ? at + 1 : null;

    // The shot in which a moment begins; sound alone has none.
    private async Task<VectorMoment?> ShotOfAsync(Moment moment, CancellationToken cancellationToken)
    {
        if (!_shots.TryGetValue(moment.Video.Id, out var shots))
        {
            var contents = await catalog.ReadAsync(moment.Video.Id, cancellationToken).ConfigureAwait(false);
            _shots[moment.Video.Id] = shots = contents?.Shots ?? [];
        }

        return shots.LastOrDefault(shot => shot.Shot.Span.Start <= moment.Span.Start) is { } found ? ShotVectors.MomentOf(found) : null;
    }
}

/// <summary>A shot that words say.</summary>
/// <param name="Video">The video it is in.</param>
/// <param name="Moment">When, and the moment that stands for it.</param>
/// <param name="Score">The sum of <see cref="RankFusion"/>: more is better, and it means nothing but order.</param>
/// <param name="PicturePlace">Where it stands among the pictures nearest to the words, from 1; null where it does not.</param>
/// <param name="WordsPlace">Where it stands among the moments the search found for the words, from 1; null where it does not.</param>
public sealed record WordedShot(VideoId Video, VectorMoment Moment, double Score, int? PicturePlace, int? WordsPlace);
