using System.Globalization;
using VideoIndex.Brands;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;
using VideoIndex.Looks;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Logos.Exposure;

/// <summary>Says of appearances what a search can find: one tag each, under the name of the brand.</summary>
public static class LogoTags
{
    /// <summary>Returns the tag of a placement.</summary>
    /// <param name="video">The video.</param>
    /// <param name="placement">The placement.</param>
    /// <param name="size">The size of the looks in pixels.</param>
    /// <param name="finder">Who found it.</param>
    public static Tag Of(VideoId video, Placement placement, (int Width, int Height) size, Origin finder)
    {
        ArgumentNullException.ThrowIfNull(placement);
        var appearance = placement.Appearance;
        var best = appearance.Sightings.MaxBy(sighting => sighting.Sighting.Score).Sighting;
        return new Tag(video, appearance.Span, TagKinds.Logo, placement.Brand, Sureness.Of(best), finder)
        {
            Box = BoxOf(best.Corners, size),
            How = string.Create(
                CultureInfo.InvariantCulture,
                $"{(placement.Logo == BrandName.MainLogo ? "" : $"Its logo {placement.Logo}. ")}Seen at {appearance.Sightings.Count} of {appearance.Expected} looks, at the best in {best.Matches} places of the logo; score {best.Score:0.0}."),
        };
    }

    private static PictureBox? BoxOf(Quad corners, (int Width, int Height) size)
    {
        var (xs, ys) = (corners.Corners.Select(corner => Part(corner.X, size.Width)).ToList(), corners.Corners.Select(corner => Part(corner.Y, size.Height)).ToList());
        var (left, top) = (xs.Min(), ys.Min());
        return new PictureBox(left, top, xs.Max() - left, ys.Max() - top);
    }

    private static int Part(double at, int of) => (int)Math.Round(Math.Clamp(at / of, 0, 1) * PictureBox.Whole);
}
