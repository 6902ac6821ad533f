using VideoIndex.Brands;
using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Exposure;
using VideoIndex.Shots;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos;

/// <summary>Where brands are on screen in one video, each place given to one.</summary>
/// <param name="Placements">The placements, in the order they begin.</param>
/// <param name="Size">The size of the looks in pixels.</param>
/// <param name="FramesRead">How many frames were read to find the ends.</param>
/// <param name="Left">How many ends are known between two looks alone, because the file is gone, has changed or cannot be read.</param>
public sealed record FoundPlaces(IReadOnlyList<Placement> Placements, (int Width, int Height) Size, int FramesRead, int Left);

/// <summary>Says where brands are on screen, of what was found of their logos: appearances, with the ends that are known or can be found, and whose each place is.</summary>
/// <param name="finds">What was found.</param>
/// <param name="ends">Finds ends.</param>
public sealed class LogoPlaces(LogoFinds finds, LogoEnds ends)
{
    /// <summary>Returns where brands are on screen in a video.</summary>
    /// <param name="contents">The video.</param>
    /// <param name="evidence">Its frames.</param>
    /// <param name="logos">The logos; those that were not looked for are left out.</param>
    /// <param name="rule">How sightings become appearances.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<FoundPlaces> OfAsync(
        VideoContents contents, FrameEvidence evidence, IEnumerable<(Brand Brand, Logo Logo)> logos, AppearanceRule rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(logos);
        var named = logos.ToDictionary(one => one.Logo.Id.Number, one => (Brand: one.Brand.Name, Logo: one.Logo.Name));
        var stays = await finds.AppearancesAsync(contents, evidence, named.Keys, rule, cancellationToken).ConfigureAwait(false);
        if (stays is not [var any, ..])
        {
            return new FoundPlaces([], default, 0, 0);
        }

        var exact = await ends.OfAsync(contents, evidence, stays, cancellationToken).ConfigureAwait(false);
        var claimed = stays.Zip(exact.Appearances).SelectMany(logo =>
            logo.Second.Select(one => new Placement(named[logo.First.Logo].Brand, named[logo.First.Logo].Logo, one)));
        return new FoundPlaces(Placements.Of([.. claimed], any.Looks), any.Size, exact.FramesRead, exact.Left);
    }
}
