using VideoIndex.Ffmpeg.Clips;
using VideoIndex.Ffmpeg.Tests.Frames;
using VideoIndex.Media;
using VideoIndex.Objects;
using VideoIndex.Testing.Clips;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Clips;

public sealed class FaceBlurTests
{
    private const string X264 = "-c:v libx264 -preset ultrafast -qp 4 -threads 1";

    private static readonly Dictionary<string, string> Sources = new()
    {
        ["mp4"] = $"-f lavfi -i testsrc2=s=640x360:r=25:d=3,noise=alls=40 -f lavfi -i sine=d=3 -pix_fmt yuv420p {X264} -g 25 -c:a aac a.mp4",
        ["uneven times"] = $"-f lavfi -i testsrc2=s=640x360:r=25:d=3,noise=alls=40,settb=1/1000,setpts=40*N+3*mod(N*N\\,11) -vsync passthrough -enc_time_base 1:1000 -pix_fmt yuv420p {X264} a.mp4",
        ["10 bits"] = $"-f lavfi -i testsrc2=s=640x360:r=25:d=3,noise=alls=40 -pix_fmt yuv420p10le {X264} a.mkv",
        ["odd sides"] = "-f lavfi -i testsrc2=s=641x361:r=25:d=3,noise=alls=40 -pix_fmt yuv444p -c:v libx264 -preset ultrafast -qp 4 a.mkv",
        ["pixels not square"] = $"-f lavfi -i testsrc2=s=360x288:r=25:d=3,noise=alls=40 -vf setsar=16/11 -pix_fmt yuv420p {X264} a.mp4",
    };

    private const string Ts = "-c:v libx264 -preset ultrafast -qp 4 -threads 1 -g 5 -bf 0 -c:a mp2 -f mpegts -muxdelay 0 -muxpreload 0";

    public static TheoryData<string> Names => [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Faces_are_squares_of_one_colour_and_all_else_is_as_without(string name)
    {
        using var clip = new TestClip();
        var indexed = await IndexedClip.ReadAsync(await clip.MakeAsync(Sources[name]), clip.PathOf("library"));
        await CompareAsync(clip, indexed);
    }

    [Fact]
    public async Task A_picture_that_is_stored_turned_is_covered_where_the_face_is_seen()
    {
        using var clip = new TestClip();
        await clip.MakeAsync(Sources["mp4"]);
        var turned = await clip.MakeAsync("-i a.mp4 -map 0 -c copy -metadata:s:v:0 rotate=90 t.mov");
        await CompareAsync(clip, await IndexedClip.ReadAsync(turned, clip.PathOf("library")));
    }

    // FFmpeg builds the filters of a sound that changes again; those that cover faces must not be among them.
    [Fact]
    public async Task Faces_stay_covered_where_the_sound_changes_its_kind()
    {
        using var clip = new TestClip();
        var spliced = await clip.SpliceAsync($"-ac 2 -ar 48000 {Ts}", $"-ac 1 -ar 44100 {Ts}");
        await CompareAsync(clip, await IndexedClip.ReadAsync(spliced, clip.PathOf("library")));
    }

    // In the clip, before its first frame where decoding starts, and a format of other levels and colours.
    [Theory]
    [InlineData("-s 640x360", "-s 320x180", 10, 50)]
    [InlineData("-s 320x180", "-s 640x360", 10, 50)]
    [InlineData("-s 320x180", "-s 640x360", 30, 50)]
    [InlineData("-s 640x360 -pix_fmt yuv420p", "-s 640x360 -pix_fmt yuv422p", 10, 50)]
    public async Task A_clip_whose_pictures_change_on_the_way_is_refused(string before, string after, int first, int until)
    {
        using var clip = new TestClip();
        var indexed = await IndexedClip.ReadAsync(await clip.SpliceAsync($"{before} {Ts}", $"{after} {Ts}"), clip.PathOf("library"));
        Assert.Equal(50, indexed.Evidence.Count);
        using var faces = new PlantedFaces(FaceAt);
        var order = Order(indexed, clip.PathOf("cut.mp4"), (first, until));
        var refusal = await Assert.ThrowsAsync<MediaRefusedException>(async () => await new FfmpegFaceBlurrer(await IndexedClip.Tools).CutAsync(order, faces, default));
        Assert.Equal("changing-pictures", refusal.Code);
        Assert.False(File.Exists(order.Output));
    }

    [Fact]
    public async Task A_clip_before_the_pictures_change_is_made_and_covered()
    {
        using var clip = new TestClip();
        var indexed = await IndexedClip.ReadAsync(await clip.SpliceAsync($"-s 640x360 {Ts}", $"-s 320x180 {Ts}"), clip.PathOf("library"));
        await CompareAsync(clip, indexed, (2, 20));
    }

    // The times of another file's frames: as where a splice's clock jumps back, and indexing has put it right.
    [Fact]
    public async Task A_clip_whose_frames_have_other_times_than_were_indexed_is_refused()
    {
        using var clip = new TestClip();
        var indexed = await IndexedClip.ReadAsync(await clip.MakeAsync(Sources["mp4"]), clip.PathOf("library"));
        var moved = indexed.Evidence with { Timestamps = [.. indexed.Evidence.Timestamps.Select((pts, frame) => frame == 20 ? pts + 1 : pts)] };
        using var faces = new PlantedFaces(FaceAt);
        var order = Order(indexed, clip.PathOf("cut.mp4")) with { Evidence = moved };
        var refusal = await Assert.ThrowsAsync<MediaRefusedException>(async () => await new FfmpegFaceBlurrer(await IndexedClip.Tools).CutAsync(order, faces, default));
        Assert.Equal("clip-failed", refusal.Code);
        Assert.False(File.Exists(order.Output));
    }

    [Fact]
    public async Task A_detector_that_fails_leaves_no_clip()
    {
        using var clip = new TestClip();
        var indexed = await IndexedClip.ReadAsync(await clip.MakeAsync(Sources["mp4"]), clip.PathOf("library"));
        using var faces = new PlantedFaces(_ => throw new Inference.ModelException("broken", "It broke."));
        await Assert.ThrowsAsync<Inference.ModelException>(
            async () => await new FfmpegFaceBlurrer(await IndexedClip.Tools).CutAsync(Order(indexed, clip.PathOf("cut.mp4")), faces, default));
        Assert.False(File.Exists(clip.PathOf("cut.mp4")));
    }

    // A face of 12 hundredths of the width that walks to the right, and is not seen in three frames of ten.
    private static DetectionBox? FaceAt(int frame, int width, int height) => frame % 10 is 4 or 5 or 6
        ? null
        : new DetectionBox((0.3f + 0.004f * frame) * width, 0.4f * height, (0.42f + 0.004f * frame) * width, 0.6f * height);

    private static Task CompareAsync(TestClip clip, IndexedClip indexed) => CompareAsync(clip, indexed, (10, 50));

    private static async Task CompareAsync(TestClip clip, IndexedClip indexed, (int First, int Until) frames)
    {
        var order = Order(indexed, clip.PathOf("cut.mp4"), frames);
        using var faces = new PlantedFaces(FaceAt);
        var blurred = await new FfmpegFaceBlurrer(await IndexedClip.Tools).CutAsync(order, faces, default);
        var plain = await new FfmpegClipCutter(await IndexedClip.Tools).CutAsync(order with { Output = clip.PathOf("plain.mp4") }, default);

        Assert.Equal((plain, faces.Seen, faces.Seen, 1), (blurred.Span, blurred.Frames, blurred.Covered, blurred.Tracks));
        Assert.Equal(await HashesAsync(clip, "plain", "-map 0:v -vsync passthrough", 3), await HashesAsync(clip, "cut", "-map 0:v -vsync passthrough", 3));
        if (indexed.Probe.Audio is not [])
        {
            Assert.Equal(await HashesAsync(clip, "plain", "-map 0:a -c copy", 9), await HashesAsync(clip, "cut", "-map 0:a -c copy", 9));
        }

        var track = indexed.Probe.Pictures[0];
        var size = track.Rotation is 90 or 270 ? (Width: track.Height, Height: track.Width) : (track.Width, track.Height);
        await SeeAsync(clip, faces.Seen, (size.Width / 2 * 2, size.Height / 2 * 2));
    }

    private static async Task SeeAsync(TestClip clip, int frames, (int Width, int Height) sides)
    {
        var (width, height) = sides;
        var plain = await File.ReadAllBytesAsync(await clip.MakeAsync($"-i plain.mp4 -vsync passthrough -pix_fmt gray -f rawvideo plain.raw"));
        var cut = await File.ReadAllBytesAsync(await clip.MakeAsync($"-i cut.mp4 -vsync passthrough -pix_fmt gray -f rawvideo cut.raw"));
        Assert.Equal((frames * width * height, plain.Length), (plain.Length, cut.Length));
        for (var frame = 0; frame < frames; frame++)
        {
            var (left, right) = ((int)((0.3f + 0.004f * frame) * width), (int)((0.42f + 0.004f * frame) * width));
            var beside = Difference(plain, cut, frame * width * height, width, (0, height / 5, 0, width));
            Assert.True(beside < 12, $"Beside the face of frame {frame} levels differ by {beside}.");

            // The footage is full of noise, of which squares leave nothing.
            var face = ((int)(0.4 * height) + 1, (int)(0.6 * height) - 1, left + 1, right - 1);
            var (before, after) = (Roughness(plain, frame * width * height, width, face), Roughness(cut, frame * width * height, width, face));
            Assert.True(before > 8 && after < before / 4, $"Neighbours within the face of frame {frame} differ by {before} before, {after} after.");
        }
    }

    private static double Difference(byte[] one, byte[] other, int start, int width, (int Top, int Bottom, int Left, int Right) box)
    {
        var sum = 0L;
        for (var row = box.Top; row < box.Bottom; row++)
        {
            for (var column = box.Left; column < box.Right; column++)
            {
                sum += Math.Abs(one[start + row * width + column] - other[start + row * width + column]);
            }
        }

        return (double)sum / ((box.Bottom - box.Top) * (box.Right - box.Left));
    }

    // How much a level differs from its neighbour's to the right: the middle one of all, for the few edges of squares say nothing.
    private static int Roughness(byte[] picture, int start, int width, (int Top, int Bottom, int Left, int Right) box)
    {
        var steps = new List<int>();
        for (var row = box.Top; row < box.Bottom; row++)
        {
            for (var column = box.Left; column < box.Right - 1; column++)
            {
                steps.Add(Math.Abs(picture[start + row * width + column + 1] - picture[start + row * width + column]));
            }
        }

        steps.Sort();
        return steps[steps.Count / 2];
    }

    // Of the listing of FFmpeg's framemd5, the first columns: stream, dts, pts, and for sound the rest.
    private static async Task<string> HashesAsync(TestClip clip, string name, string options, int columns)
    {
        var listed = await File.ReadAllLinesAsync(await clip.MakeAsync($"-i {name}.mp4 {options} -f framemd5 {name}.md5"));
        var lines = listed.Where(line => !line.StartsWith('#')).Select(line => string.Join(',', line.Split(',').Take(columns)));
        return string.Join('\n', lines);
    }

    private static ClipOrder Order(IndexedClip indexed, string output) => Order(indexed, output, (10, 50));

    private static ClipOrder Order(IndexedClip indexed, string output, (int First, int Until) frames)
    {
        var (evidence, (first, until)) = (indexed.Evidence, frames);
        return new ClipOrder(indexed.Video.Path, indexed.Probe, evidence, new MediaSpan(evidence.TimeOf(first), until < evidence.Count ? evidence.TimeOf(until) : evidence.End), output);
    }
}
