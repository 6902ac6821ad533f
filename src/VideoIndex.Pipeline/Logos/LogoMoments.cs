using VideoIndex.Brands;
using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Ends;
using VideoIndex.Logos.Exposure;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos;

/// <summary>Makes the logos found in videos searchable, by the default rule.</summary>
/// <remarks>
/// What was found is kept raw elsewhere; this is a view of it, made anew as a whole whenever logos were looked for, shots decided anew, or a brand changed.
/// Brands that are retired are left out. Ends are as exact as they are known: no frame is read for it.
/// </remarks>
/// <param name="catalog">The videos.</param>
/// <param name="brands">The brands.</param>
/// <param name="finds">What was found.</param>
/// <param name="known">Where ends that are known are kept.</param>
public sealed class LogoMoments(ICatalog catalog, IBrandStore brands, LogoFinds finds, IFoundEndStore known)
{
    private readonly LogoPlaces _places = new(finds, new LogoEnds(known, reader: null));

    /// <summary>Makes the view of a video anew. Nothing happens where it says what it said.</summary>
    public async Task RefreshAsync(VideoId video, CancellationToken cancellationToken)
    {
        var looked = await finds.LookedForAsync(video, cancellationToken).ConfigureAwait(false);
        if (looked.Count == 0
            || await catalog.ReadAsync(video, cancellationToken).ConfigureAwait(false) is not { } contents
            || await catalog.ReadEvidenceAsync(video, cancellationToken).ConfigureAwait(false) is not { } evidence)
        {
            return;
        }

        await RefreshAsync(contents, evidence, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the view of a video anew whose contents and frames are at hand.</summary>
    public async Task RefreshAsync(VideoContents contents, FrameEvidence evidence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var logos = (await brands.ListAsync(cancellationToken).ConfigureAwait(false))
            .Where(brand => !brand.IsRetired).SelectMany(brand => brand.Logos.Select(logo => (brand, logo)));
        var found = await _places.OfAsync(contents, evidence, logos, AppearanceRule.Default, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Tag> tags = [.. found.Placements.Select(one => LogoTags.Of(contents.Video.Id, one, found.Size, finds.Origin))];
        await catalog.ReplaceLogosAsync(contents.Video.Id, tags, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the view of every video anew, as a change of a brand asks for.</summary>
    public async Task RefreshAllAsync(CancellationToken cancellationToken)
    {
        foreach (var video in await catalog.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            await RefreshAsync(video.Id, cancellationToken).ConfigureAwait(false);
        }
    }
}
