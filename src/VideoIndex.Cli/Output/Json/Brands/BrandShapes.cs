using VideoIndex.Brands;
using VideoIndex.Logos.Recognition;
using VideoIndex.Looks;
using VideoIndex.Pipeline.Brands;
using VideoIndex.Pipeline.Logos.Finding;

namespace VideoIndex.Cli.Output.Json.Brands;

internal sealed record BrandListShape(IReadOnlyList<BrandShape> Brands);

internal sealed record BrandChangedShape(BrandShape Brand);

internal sealed record BrandShape(
    long Id,
    string Name,
    bool Retired,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<string> Groups,
    IReadOnlyList<LogoShape> Logos,
    string Added,
    string AddedBy,
    string Changed,
    string ChangedBy)
{
    public static BrandShape Of(Brand brand, Func<string, string> pathOf) => new(
        brand.Id.Number,
        brand.Name,
        brand.IsRetired,
        brand.Attributes,
        brand.Groups,
        [.. brand.Logos.Select(logo => new LogoShape(logo.Id.Number, logo.Name, [.. logo.Examples.Select(example => ExampleShape.Of(example, pathOf))]))],
        brand.Added.At.ToString("O", null),
        brand.Added.By,
        brand.Changed.At.ToString("O", null),
        brand.Changed.By);
}

internal sealed record LogoShape(long Id, string Name, IReadOnlyList<ExampleShape> Examples);

internal sealed record ExampleShape(long Id, string Picture, string Sha256, int Width, int Height, PixelsShape Region, SourceShape Source, string Added, string AddedBy)
{
    public static ExampleShape Of(LogoExample example, Func<string, string> pathOf) => new(
        example.Id.Number,
        pathOf(example.Picture.Place),
        example.Picture.Sha256,
        example.Picture.Width,
        example.Picture.Height,
        PixelsShape.Of(example.Picture.Region),
        SourceShape.Of(example.Picture.Source),
        example.Added.At.ToString("O", null),
        example.Added.By);
}

internal sealed record PixelsShape(int Left, int Top, int Width, int Height)
{
    public static PixelsShape Of(PixelBox box) => new(box.Left, box.Top, box.Width, box.Height);
}

internal sealed record SourceShape(string Kind, string? File, string? Video, string? Time, PixelsShape? Pixels)
{
    public static SourceShape Of(ExampleSource source) => source is ExampleSource.VideoFrame frame
        ? new SourceShape("video", null, frame.Video.ToString(), frame.Time.Seconds.ToString(), PixelsShape.Of(frame.Box))
        : new SourceShape("file", ((ExampleSource.PictureFile)source).Name, null, null, null);
}

internal sealed record PastChangeShape(string When, string By, string Change, string Detail);

internal sealed record ReachShape(int Videos, int LookedFor, int Seen);

/// <summary>What may be expected of the search for a logo.</summary>
internal sealed record GradeShape(string Logo, string Grade, int Places, string Says, string? Advice)
{
    public static GradeShape Of(string logo, LogoGrade grade) => new(logo, $"{grade.Letter}", grade.Places, grade.Says, grade.Advice);
}

internal sealed record BrandPageShape(BrandShape Brand, IReadOnlyList<GradeShape> Grades, ReachShape Search, IReadOnlyList<PastChangeShape> Changes)
{
    public static BrandPageShape Of(
        Brand brand, IReadOnlyList<(string Logo, LogoGrade Grade)> grades, IReadOnlyList<PastChange> history, LogoReach reach, Func<string, string> pathOf) => new(
        BrandShape.Of(brand, pathOf),
        [.. grades.Select(one => GradeShape.Of(one.Logo, one.Grade))],
        new ReachShape(reach.Videos, reach.LookedFor, reach.Seen),
        [.. history.Select(past => new PastChangeShape(past.Made.At.ToString("O", null), past.Made.By, past.What, past.Detail))]);
}

internal sealed record RegisteredShape(BrandShape Brand, bool IsNew, int NewExamples)
{
    public static RegisteredShape Of(Registered done, Func<string, string> pathOf) => new(BrandShape.Of(done.Brand, pathOf), done.IsNew, done.NewExamples);
}

internal sealed record ComplaintShape(string Where, string Code, string Sentence);

internal sealed record ImportedShape(IReadOnlyList<RegisteredShape> Imported, IReadOnlyList<ComplaintShape> Complaints)
{
    public static ImportedShape Of(Imported imported, Func<string, string> pathOf) => new(
        [.. imported.Brands.Select(done => RegisteredShape.Of(done, pathOf))],
        [.. imported.Complaints.Select(complaint => new ComplaintShape(complaint.Where, complaint.Code, complaint.Sentence))]);
}
