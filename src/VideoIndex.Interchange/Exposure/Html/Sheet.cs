using VideoIndex.Logos.Exposure;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exposure.Html;

/// <summary>A brand as the page shows it.</summary>
/// <param name="Figures">Its figures.</param>
/// <param name="Number">Its place in the order of the report, from 1.</param>
/// <param name="Colour">The class of its colour: the seven longest on screen have one each, the others are gray.</param>
/// <param name="Rows">Its appearances.</param>
internal sealed record BrandView(BrandExposure Figures, int Number, string Colour, IReadOnlyList<RowView> Rows)
{
    public string Name => Figures.Brand;
}

/// <summary>An appearance as the page shows it.</summary>
/// <param name="Row">Its figures.</param>
/// <param name="Number">Its line in the table of appearances, from 1, the heading not counted.</param>
/// <param name="Video">The video it is in.</param>
internal sealed record RowView(AppearanceExposure Row, int Number, VideoView Video)
{
    public string Start => ClockTime.Label(Row.Span.Start, Video.Searched.Timecodes);

    public string End => ClockTime.Label(Row.Span.End, Video.Searched.Timecodes);
}

/// <summary>A video as the page shows it.</summary>
/// <param name="Searched">The video.</param>
/// <param name="Name">Its file's name, with as many of its folders as tell it from the others.</param>
internal sealed record VideoView(SearchedVideo Searched, string Name);

/// <summary>What the parts of a page are written from.</summary>
internal sealed class Sheet
{
    private const int Colours = 7;

    /// <summary>Sorts a page's contents.</summary>
    public Sheet(SponsorPage page)
    {
        Page = page;
        var names = ShortNames.Of([.. page.Basis.Videos.Select(video => video.Path)]);
        Videos = [.. page.Basis.Videos.Select((video, at) => new VideoView(video, names[at]))];
        var videos = Videos.ToDictionary(video => video.Searched.Path);
        var rows = page.Report.Rows.Select((row, at) => new RowView(row, at + 1, videos[row.Video])).ToLookup(row => row.Row.Brand);
        Brands = [.. page.Report.Brands.Select((brand, at) => new BrandView(
            brand, at + 1, at < Colours && brand.Appearances > 0 ? $"c{at + 1}" : "c0", [.. rows[brand.Brand]]))];
    }

    /// <summary>Gets the contents.</summary>
    public SponsorPage Page { get; }

    /// <summary>Gets the videos.</summary>
    public IReadOnlyList<VideoView> Videos { get; }

    /// <summary>Gets the brands, in the order of the report.</summary>
    public IReadOnlyList<BrandView> Brands { get; }

    /// <summary>Gets the brands that appear.</summary>
    public IEnumerable<BrandView> Seen => Brands.Where(brand => brand.Rows is [_, ..]);

    /// <summary>Gets the brands that do not.</summary>
    public IEnumerable<BrandView> Unseen => Brands.Where(brand => brand.Rows is []);

    /// <summary>Gets the rule by which seconds qualify.</summary>
    public ExposureRule Rule => Page.Report.Rule;
}
