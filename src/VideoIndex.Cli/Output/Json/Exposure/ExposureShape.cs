using VideoIndex.Logos.Exposure;
using VideoIndex.Pipeline.Logos;

namespace VideoIndex.Cli.Output.Json.Exposure;

internal sealed record ExposureShape(
    RuleShape Rule, IReadOnlyList<BrandExposureShape> Brands, IReadOnlyList<AppearanceShape> Appearances, IReadOnlyList<string> Notes)
{
    public static ExposureShape Of(MadeReport made) => new(
        new RuleShape(made.Report.Rule.Name, made.Report.Rule.Says),
        [.. made.Report.Brands.Select(BrandExposureShape.Of)],
        [.. made.Report.Rows.Select(AppearanceShape.Of)],
        made.Notes);
}

internal sealed record RuleShape(string Name, string Says);

internal sealed record BrandExposureShape(
    string Brand,
    int Appearances,
    string Gross,
    string Net,
    string Qualified,
    string Solus,
    decimal AreaSecondsPercent,
    decimal ShareBySecondsPercent,
    decimal ShareByAreaPercent,
    int Spoken,
    int Written)
{
    public static BrandExposureShape Of(BrandExposure brand) => new(
        brand.Brand,
        brand.Appearances,
        brand.Gross.ToString(),
        brand.Net.ToString(),
        brand.Qualified.ToString(),
        brand.Solus.ToString(),
        brand.AreaSeconds,
        brand.ShareBySeconds,
        brand.ShareByArea,
        brand.Spoken,
        brand.Written);
}

internal sealed record AppearanceShape(
    string Brand,
    string Logo,
    string Video,
    string Start,
    string End,
    string StartWithin,
    string EndWithin,
    string Qualified,
    int LooksSeen,
    int LooksExpected,
    decimal MeanAreaPercent,
    decimal LargestAreaPercent,
    decimal VisiblePercent,
    decimal Clarity,
    string Zone,
    decimal FromCentre,
    decimal Score,
    string? Still,
    string? Clip)
{
    public static AppearanceShape Of(AppearanceExposure row) => new(
        row.Brand,
        row.Logo,
        row.Video,
        row.Span.Start.Seconds.ToString(),
        row.Span.End.Seconds.ToString(),
        row.Precision.Start.ToString(),
        row.Precision.End.ToString(),
        row.Qualified.ToString(),
        row.Seen,
        row.Expected,
        row.MeanArea,
        row.LargestArea,
        row.Visible,
        row.Clarity,
        row.Zone,
        row.FromCentre,
        row.Score,
        row.Evidence?.Still,
        row.Evidence?.Clip);
}
