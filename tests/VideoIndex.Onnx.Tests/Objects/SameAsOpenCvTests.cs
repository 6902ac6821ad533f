using System.Globalization;
using System.Security.Cryptography;
using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Vision.Objects;
using VideoIndex.Vision.Pixels;
using Xunit.Abstractions;

namespace VideoIndex.Onnx.Tests.Objects;

public sealed class SameAsOpenCvTests(ITestOutputHelper output)
{
    // What is as sure as the floor is on one side of it here and on the other there.
    private const float Floor = 0.05f, Pixel = 1, Hundredth = 0.01f;

    [OnnxTheory]
    [MemberData(nameof(Reference.Cases), MemberType = typeof(Reference))]
    public async Task Of_the_same_pixels_every_box_is_within_a_pixel_and_every_score_within_a_hundredth(string picture, int frame, string head)
    {
        var reference = Reference.Of(picture, frame, head);
        var pixels = await reference.DecodeAsync("", "bgr24");
        using var session = reference.OpenModel();
        using var run = new ModelRun(session, reference.OpenHead());

        var (place, scaled) = Write(run, pixels, reference.Width, reference.Height);
        var found = run.Find(place, Floor - Hundredth, 300)!;

        if (Hash(pixels) == reference.Pixels)
        {
            Assert.Equal(reference.Scaled, Hash(scaled));
        }

        Assert.All(reference.Detections.Where(one => one.Score >= Floor + Hundredth), one => Assert.Contains(found, other => Same(one, other)));
        Assert.All(found.Where(one => one.Score >= Floor + Hundredth), one => Assert.Contains(reference.Detections, other => Same(one, other)));
    }

    // The way of the product: luma and chroma, a quarter as much of the latter, scaled before they are colours.
    [OnnxTheory]
    [InlineData("yolox")]
    [InlineData("fastestdet")]
    public async Task Of_looks_what_is_sure_is_found_where_OpenCV_finds_it(string head)
    {
        var references = Reference.All.Where(one => one.Head == head).ToList();
        using var session = references[0].OpenModel();
        using var run = new ModelRun(session, references[0].OpenHead());
        var (sides, scores, lost, all) = (new List<double>(), new List<double>(), 0, 0);
        foreach (var reference in references)
        {
            var (width, height) = (reference.Width / 2 * 2, reference.Height / 2 * 2);
            var planes = await reference.DecodeAsync($",scale={width}:{height}:out_range=full:flags=area", "yuv420p");
            var found = run.Detect(new LookPicture(width, height, planes), Floor, 300)!;
            foreach (var one in reference.Detections.Where(one => one.Score >= 0.3f))
            {
                all++;
                var other = found.Where(other => other.Label == one.Label && SameThing.Overlap(one.Box, other.Box) >= 0.5f)
                    .OrderByDescending(other => SameThing.Overlap(one.Box, other.Box)).FirstOrDefault();
                lost += other == default ? 1 : 0;
                if (other != default)
                {
                    sides.Add(Farthest(one.Box, other.Box));
                    scores.Add(Math.Abs(one.Score - other.Score));
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{head}: {all} things of score .3 and more, {lost} lost; sides off by {sides.Average():F2} px, {sides.Max():F2} at most; scores by {scores.Average():F3}, {scores.Max():F3} at most"));
        Assert.Equal(0, lost);
        Assert.InRange(scores.Average(), 0, 0.02);
        Assert.InRange(sides.Average(), 0, 3);
    }

    private static (PicturePlacement Place, byte[] Scaled) Write(ModelRun run, byte[] pixels, int width, int height)
    {
        var (input, place) = (run.Input, run.Input.Place(width, height));
        var (scaled, row, plane) = (new byte[3 * place.Width * place.Height], new byte[place.Width], new byte[width * height]);
        run.Values.Fill((input.Padding - input.Mean) * input.Factor);
        for (var colour = 0; colour < 3; colour++)
        {
            for (var at = 0; at < plane.Length; at++)
            {
                plane[at] = pixels[3 * at + colour];
            }

            var scaler = new PlaneScaler(width, height, place.Width, place.Height);
            for (var y = 0; y < place.Height; y++)
            {
                scaler.Write(plane, y, row);
                for (var x = 0; x < row.Length; x++)
                {
                    scaled[3 * (y * place.Width + x) + colour] = row[x];
                    run.Values[(colour * input.Height + y) * input.Width + x] = (row[x] - input.Mean) * input.Factor;
                }
            }
        }

        return (place, scaled);
    }

    private static bool Same(Detection one, Detection other) =>
        one.Label == other.Label && Math.Abs(one.Score - other.Score) <= Hundredth && Farthest(one.Box, other.Box) <= Pixel;

    private static double Farthest(DetectionBox one, DetectionBox other) => Math.Max(
        Math.Max(Math.Abs(one.Left - other.Left), Math.Abs(one.Top - other.Top)),
        Math.Max(Math.Abs(one.Right - other.Right), Math.Abs(one.Bottom - other.Bottom)));

    private static string Hash(byte[] pixels) => Convert.ToHexStringLower(SHA256.HashData(pixels));
}
