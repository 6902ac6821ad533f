using VideoIndex.Brands;
using VideoIndex.Brands.Pictures;
using VideoIndex.Features;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;
using VideoIndex.Looks;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Logos;
using VideoIndex.Pipeline.Logos.Keeping;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Tests.Logos;

/// <summary>Logos whose pictures lie in a library, and keypoints of videos in which the one called 1 is seen.</summary>
internal sealed class Placed(LibraryFolder library) : IExampleAnalyst
{
    private const int Looks = 8;
    private static readonly LogoSize Size = new(200, 100);

    /// <summary>Gets how many pictures were described.</summary>
    public int Described { get; private set; }

    public string Version { get; init; } = "made-up";

    // The number of the logo is the first byte of its picture.
    public KnownExample Describe(ColourPicture picture)
    {
        Described++;
        return Made(picture.Rgba[0]);
    }

    /// <summary>Keeps the picture of a logo.</summary>
    public BrandChange.AddExample Picture(byte logo)
    {
        var sha256 = $"{logo:x2}{new string('0', 62)}";
        var place = $"brands/{sha256[..2]}/{sha256}.png";
        var rgba = new byte[16 * 16 * ColourPicture.Channels];
        Array.Fill(rgba, logo);
        File.WriteAllBytes(Path.ChangeExtension(library.PlaceFor(place), ".picture"), PicturePacking.Pack(new ColourPicture(16, 16, rgba)));
        return new BrandChange.AddExample("main", new ExamplePicture(place, sha256, 16, 16, new PixelBox(0, 0, 16, 16), new ExampleSource.PictureFile("logo.png")));
    }

    /// <summary>Keeps the keypoints of a video that shows the logo 1 from its third look to its fifth.</summary>
    public void Keypoints(VideoId video)
    {
        var pose = Affine.Similarity(0.5, 0.1, Size.Middle, new Point(300, 200));
        FeatureTrack[] tracks = [.. Made(1).Features.Select(known =>
        {
            var place = pose.At(new Point(known.Keypoint.X, known.Keypoint.Y));
            var angle = (pose.Turned(known.Keypoint.Angle * Math.PI / 180) * 180 / Math.PI) + 360;
            var seen = new Keypoint((float)place.X, (float)place.Y, (float)(known.Keypoint.Scale * pose.Scale), (float)(angle % 360));
            return new FeatureTrack(SeenFeature.Of(seen, known.Code, 40), 2, 3);
        })];
        var spool = new TrackSpool(new MemoryStream());
        spool.Add(tracks);
        LookPose[] looks = [.. Enumerable.Range(0, Looks).Select(look => LookPose.Start(look * 12))];
        FeatureFile.Write(library.PlaceFor(LibraryFolder.FeaturesName(video)), (640, 360), "none", new OneWord(), spool, looks);
    }

    public static KnownExample Made(int seed)
    {
        var random = new Random(seed);
        return new KnownExample(Size, [.. Enumerable.Range(0, 40).Select(place => new KnownFeature(
            new Keypoint(random.Next(200), random.Next(100), 2 + (4 * random.NextSingle()), random.Next(360)),
            new FeatureCode((ulong)random.NextInt64(), (ulong)random.NextInt64()),
            place,
            false))]);
    }
}
