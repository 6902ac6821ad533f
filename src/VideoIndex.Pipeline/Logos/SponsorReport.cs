using VideoIndex.Brands;
using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Exposure;
using VideoIndex.Logos.Recognition;
using VideoIndex.Pipeline.Brands;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos;

/// <summary>How far a report has come: which video of how many is looked through.</summary>
public readonly record struct ReportProgress(Video Video, int Number, int Of);

/// <summary>A report, what it was made of, and what a person should know beside it.</summary>
public sealed record MadeReport(ExposureReport Report, ReportBasis Basis, IReadOnlyList<string> Notes);

/// <summary>Makes the report on the exposure of brands: looks for their logos where that was not done yet, and sums up.</summary>
/// <param name="catalog">The videos.</param>
/// <param name="shelf">The pictures of the logos.</param>
/// <param name="analyst">Says what a picture is known by.</param>
/// <param name="finds">Looks for logos.</param>
/// <param name="moments">Makes what was found searchable.</param>
public sealed class SponsorReport(ICatalog catalog, ExampleShelf shelf, IExampleAnalyst analyst, LogoFinds finds, LogoMoments moments)
{
    /// <summary>Makes a report.</summary>
    /// <param name="brands">The brands.</param>
    /// <param name="videos">The videos.</param>
    /// <param name="exposure">What counts.</param>
    /// <param name="appearance">How sightings become appearances.</param>
    /// <param name="progress">Is told of each video that is begun.</param>
    /// <param name="cancellationToken">Stops the search; what was found so far is kept.</param>
    public async Task<MadeReport> OfAsync(
        IReadOnlyList<Brand> brands, IReadOnlyList<Video> videos, ExposureRule exposure, AppearanceRule appearance, IProgress<ReportProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brands);
        ArgumentNullException.ThrowIfNull(videos);
        ArgumentNullException.ThrowIfNull(progress);
        var logos = await KnownAsync(brands, cancellationToken).ConfigureAwait(false);
        var (rows, notes, mentions) = (new List<AppearanceExposure>(), new List<string>(), new List<BrandMention>());
        foreach (var (number, video) in videos.Index())
        {
            progress.Report(new ReportProgress(video, number + 1, videos.Count));
            if (!await finds.EnsureAsync(video.Id, [.. logos.Select(logo => logo.Known)], cancellationToken).ConfigureAwait(false))
            {
                notes.Add($"'{video.Path}' has no keypoints to look for logos in. Index it again with: videoindex index --force");
                continue;
            }

            await moments.RefreshAsync(video.Id, cancellationToken).ConfigureAwait(false);
            if (await catalog.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false) is { } contents)
            {
                rows.AddRange(await RowsAsync(contents, logos, exposure, appearance, cancellationToken).ConfigureAwait(false));
                mentions.AddRange(brands.SelectMany(brand => NameMentions.Of(contents, brand.Name)));
            }
        }

        var basis = new ReportBasis(
            finds.Version,
            appearance,
            [.. videos.OrderBy(video => video.Path, StringComparer.Ordinal).Select(Searched)],
            [.. logos.Select(one => new SoughtLogo(one.Brand.Name, one.Logo.Name, LogoGrade.Of(one.Known.Examples), one.Known.Pictures))],
            [.. mentions.OrderBy(one => one.Video, StringComparer.Ordinal).ThenBy(one => one.Span.Start)]);
        return new MadeReport(ExposureReport.Of(exposure, [.. brands.Select(brand => (brand.Name, Times(brand, spoken: true), Times(brand, spoken: false)))], rows), basis, notes);

        int Times(Brand brand, bool spoken) => mentions.Where(one => one.Brand == brand.Name && one.Spoken == spoken).Sum(one => one.Times);
    }

    private SearchedVideo Searched(Video video) => new($"{video.Id}", video.Path, video.Extent, video.Timecodes, finds.EvidenceOf(video.Id));

    private async Task<List<(Brand Brand, Logo Logo, KnownLogo Known)>> KnownAsync(IReadOnlyList<Brand> brands, CancellationToken cancellationToken)
    {
        var known = new List<(Brand, Logo, KnownLogo)>();
        foreach (var brand in brands)
        {
            foreach (var logo in brand.Logos)
            {
                var examples = new List<KnownExample>();
                foreach (var example in logo.Examples)
                {
                    examples.Add(analyst.Describe(await shelf.ReadAsync(example.Picture, cancellationToken).ConfigureAwait(false)));
                }

                known.Add((brand, logo, new KnownLogo(logo.Id.Number, [.. logo.Examples.Select(example => example.Picture.Sha256)], examples)));
            }
        }

        return known;
    }

    private async Task<List<AppearanceExposure>> RowsAsync(
        VideoContents contents, List<(Brand Brand, Logo Logo, KnownLogo Known)> logos, ExposureRule exposure, AppearanceRule appearance, CancellationToken cancellationToken)
    {
        var rows = new List<AppearanceExposure>();
        if (await catalog.ReadEvidenceAsync(contents.Video.Id, cancellationToken).ConfigureAwait(false) is not { } evidence)
        {
            return rows;
        }

        foreach (var (brand, logo, known) in logos)
        {
            var (found, size) = await finds.AppearancesAsync(contents, evidence, known.Number, appearance, cancellationToken).ConfigureAwait(false);
            rows.AddRange(found.Select(one => AppearanceExposure.Of((brand.Name, logo.Name, contents.Video.Path), one, size, exposure)));
        }

        return rows;
    }
}
