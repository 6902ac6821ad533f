using VideoIndex.Brands;
using VideoIndex.Logos.Appearances;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos;

/// <summary>Makes the logos found in videos searchable, by the default rule.</summary>
/// <remarks>
/// What was found is kept raw elsewhere; this is a view of it, made anew as a whole whenever logos were looked for, shots decided anew, or a brand changed.
/// Brands that are retired are left out.
/// </remarks>
/// <param name="catalog">The videos.</param>
/// <param name="brands">The brands.</param>
/// <param name="finds">What was found.</param>
public sealed class LogoMoments(ICatalog catalog, IBrandStore brands, LogoFinds finds)
{
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

        var tags = new List<Tag>();
        foreach (var brand in (await brands.ListAsync(cancellationToken).ConfigureAwait(false)).Where(brand => !brand.IsRetired))
        {
            foreach (var logo in brand.Logos.Where(logo => looked.Contains(logo.Id.Number)))
            {
                var (found, size) = await finds.AppearancesAsync(contents, evidence, logo.Id.Number, AppearanceRule.Default, cancellationToken).ConfigureAwait(false);
                tags.AddRange(found.Select(one => LogoTags.Of(video, brand, logo, one, size, finds.Origin)));
            }
        }

        await catalog.ReplaceLogosAsync(video, tags, cancellationToken).ConfigureAwait(false);
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
