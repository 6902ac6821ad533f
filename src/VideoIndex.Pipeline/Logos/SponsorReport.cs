using VideoIndex.Brands;
using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Exposure;
using VideoIndex.Pipeline.Logos.Finding;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos;

/// <summary>How far a report has come: which video of how many is begun.</summary>
public readonly record struct ReportProgress(Video Video, int Number, int Of)
{
    /// <summary>Gets what was found in a video that was begun before; null where this tells of a beginning.</summary>
    public FirstHit? Hit { get; init; }
}

/// <summary>That a brand was surely seen in a video: told as soon as it is known.</summary>
/// <param name="Brand">The brand's name.</param>
/// <param name="Logo">The name of the logo.</param>
/// <param name="Time">When it was surest, counted from the first frame.</param>
/// <param name="Score">How sure that is.</param>
public sealed record FirstHit(string Brand, string Logo, MediaTime Time, double Score);

/// <summary>A report, what it was made of, and what a person should know beside it.</summary>
public sealed record MadeReport(ExposureReport Report, ReportBasis Basis, IReadOnlyList<string> Notes)
{
    /// <summary>Gets how many frames were read to find the ends of appearances; 0 where all were known.</summary>
    public int FramesRead { get; init; }
}

/// <summary>Makes the report on the exposure of brands: looks for their logos where that was not done yet, and sums up.</summary>
/// <param name="catalog">The videos.</param>
/// <param name="finds">Looks for logos.</param>
/// <param name="examples">Knows what the examples are known by.</param>
/// <param name="moments">Makes what was found searchable.</param>
/// <param name="places">Says where brands are on screen.</param>
public sealed class SponsorReport(ICatalog catalog, LogoFinds finds, KnownExamples examples, LogoMoments moments, LogoPlaces places)
{
    /// <summary>Makes a report.</summary>
    /// <param name="brands">The brands.</param>
    /// <param name="videos">The videos.</param>
    /// <param name="exposure">What counts.</param>
    /// <param name="appearance">How sightings become appearances.</param>
    /// <param name="progress">Is told, by one thread at a time, of each video that is begun and of each logo that is newly found in one.</param>
    /// <param name="cancellationToken">Stops the search; what was found so far is kept.</param>
    public async Task<MadeReport> OfAsync(
        IReadOnlyList<Brand> brands, IReadOnlyList<Video> videos, ExposureRule exposure, AppearanceRule appearance, IProgress<ReportProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brands);
        ArgumentNullException.ThrowIfNull(videos);
        ArgumentNullException.ThrowIfNull(progress);
        var logos = brands.SelectMany(brand => brand.Logos.Select(logo => (Brand: brand, Logo: logo, Known: KnownLogo.Of(logo)))).ToList();
        var steps = new FirstHits(videos, brands, appearance.Sure, progress);
        var searched = await new LogoRound(finds).RunAsync(videos, [.. logos.Select(logo => logo.Known)], steps, cancellationToken).ConfigureAwait(false);
        var framesRead = 0;
        var (rows, notes, mentions) = (new List<AppearanceExposure>(), new List<string>(), new List<BrandMention>());
        foreach (var video in videos)
        {
            if (!searched.Contains(video.Id))
            {
                notes.Add($"'{video.Path}' has no keypoints to look for logos in. Index it again with: videoindex index --force");
                continue;
            }

            if (await catalog.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false) is { } contents
                && await catalog.ReadEvidenceAsync(video.Id, cancellationToken).ConfigureAwait(false) is { } evidence)
            {
                var found = await places.OfAsync(contents, evidence, logos.Select(one => (one.Brand, one.Logo)), appearance, cancellationToken).ConfigureAwait(false);
                rows.AddRange(found.Placements.Select(one => AppearanceExposure.Of((one.Brand, one.Logo, video.Path), one.Appearance, found.Size, exposure)));
                framesRead += found.FramesRead;
                notes.AddRange(found.Left == 0 ? [] : [$"'{video.Path}' is gone, has changed or cannot be read: {found.Left} ends of appearances in it are known between two looks alone, as 'within' says."]);
                mentions.AddRange(brands.SelectMany(brand => NameMentions.Of(contents, brand.Name)));
                await moments.RefreshAsync(contents, evidence, cancellationToken).ConfigureAwait(false);
            }
        }

        var basis = new ReportBasis(
            finds.Shelf.Version,
            appearance,
            [.. videos.OrderBy(video => video.Path, StringComparer.Ordinal).Select(Searched)],
            await SoughtAsync(logos, cancellationToken).ConfigureAwait(false),
            [.. mentions.OrderBy(one => one.Video, StringComparer.Ordinal).ThenBy(one => one.Span.Start)]);
        return new MadeReport(ExposureReport.Of(exposure, [.. brands.Select(brand => (brand.Name, Times(brand, spoken: true), Times(brand, spoken: false)))], rows), basis, notes) { FramesRead = framesRead };

        int Times(Brand brand, bool spoken) => mentions.Where(one => one.Brand == brand.Name && one.Spoken == spoken).Sum(one => one.Times);
    }

    private SearchedVideo Searched(Video video) => new($"{video.Id}", video.Path, video.Extent, video.Timecodes, finds.Shelf.FingerprintOf(video.Id));

    private async Task<List<SoughtLogo>> SoughtAsync(List<(Brand Brand, Logo Logo, KnownLogo Known)> logos, CancellationToken cancellationToken)
    {
        var sought = new List<SoughtLogo>();
        foreach (var (brand, logo, known) in logos)
        {
            sought.Add(new SoughtLogo(brand.Name, logo.Name, await examples.GradeAsync(logo, cancellationToken).ConfigureAwait(false), [.. known.Examples.Select(picture => picture.Sha256)]));
        }

        return sought;
    }
}
