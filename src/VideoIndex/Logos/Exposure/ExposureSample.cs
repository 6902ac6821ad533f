using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Geometry;
using VideoIndex.Timing;

namespace VideoIndex.Logos.Exposure;

/// <summary>What one look tells of a mark's exposure, and for how long it speaks.</summary>
/// <param name="Span">The time it speaks for: half way to the looks before and after that saw the mark, and to the ends of the appearance.</param>
/// <param name="Area">The share of the picture the mark covers, 0 to 1.</param>
/// <param name="Visible">The share of the mark that is in the picture, 0 to 1.</param>
/// <param name="ShortSide">The length of its shorter side as a share of the picture's height.</param>
/// <param name="Middle">Where its middle lies: shares of the picture's width and height.</param>
/// <param name="Clarity">How well it was recognised, 0 to 1: the share of the mark that what was found of it spans.</param>
internal readonly record struct ExposureSample(MediaSpan Span, double Area, double Visible, double ShortSide, Point Middle, double Clarity)
{
    /// <summary>Returns the samples of an appearance; together they cover its span.</summary>
    /// <param name="appearance">The appearance.</param>
    /// <param name="width">The width of the looks in pixels.</param>
    /// <param name="height">Their height.</param>
    public static IReadOnlyList<ExposureSample> Of(LogoAppearance appearance, double width, double height)
    {
        var seen = appearance.Sightings;
        return [.. Enumerable.Range(0, seen.Count).Select(at => Of(
            seen[at],
            new MediaSpan(
                at == 0 ? appearance.Span.Start : Between(seen[at - 1].Time, seen[at].Time),
                at == seen.Count - 1 ? appearance.Span.End : Between(seen[at].Time, seen[at + 1].Time)),
            width,
            height))];
    }

    private static ExposureSample Of(TimedSighting seen, MediaSpan span, double width, double height)
    {
        var (corners, sighting) = (seen.Sighting.Corners, seen.Sighting);
        var inside = corners.AreaWithin(width, height);
        return new ExposureSample(
            span,
            inside / (width * height),
            inside / Math.Max(1e-9, corners.Area),
            corners.ShortSide / height,
            new Point(corners.Middle.X / width, corners.Middle.Y / height),
            sighting.Covered);
    }

    private static MediaTime Between(MediaTime one, MediaTime other) => new((one.Seconds + other.Seconds) / new Rational(2, 1));
}
