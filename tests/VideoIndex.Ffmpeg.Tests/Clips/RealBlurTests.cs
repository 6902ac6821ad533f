using VideoIndex.Faces;
using VideoIndex.Ffmpeg.Clips;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Tests.Frames;
using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Objects;
using VideoIndex.Onnx.Binding;
using VideoIndex.Testing.Clips;
using VideoIndex.Timing;
using VideoIndex.Vision.Objects;

namespace VideoIndex.Ffmpeg.Tests.Clips;

public sealed class RealBlurTests
{
    // A man who walks by, four people on a sofa, one who is interviewed.
    [OnnxFact]
    public async Task Where_a_face_was_found_none_is_found_in_the_clip()
    {
        using var clip = new TestClip();
        var indexed = await IndexedClip.ReadAsync(Path.Combine(Fixtures.Folder, "video", "googleapis__python-videointelligence", "googlework_short.mp4"), clip.PathOf("library"));
        var span = new MediaSpan(new MediaTime(new Rational(18, 1)), new MediaTime(new Rational(22, 1)));
        using var yunet = Yunet();
        using var faces = new RecordedFaces(yunet);

        await new FfmpegFaceBlurrer(await IndexedClip.Tools).CutAsync(new ClipOrder(indexed.Video.Path, indexed.Probe, indexed.Evidence, span, clip.PathOf("cut.mp4")), faces, default);

        var (size, least) = (LookSize.Of(indexed.Probe.Pictures[0]), new CoverRule().Threshold);
        var pictures = await PicturesAsync(clip, size);
        Assert.Equal((121, 121), (faces.Found.Count, pictures.Count));
        Assert.InRange(faces.Found.Sum(frame => frame.Count(face => face.Score >= 0.6f)), 300, 400);
        for (var frame = 0; frame < pictures.Count; frame++)
        {
            var before = faces.Found[frame].Where(face => face.Score >= least).ToList();
            var left = yunet.Detect(new LookPicture(size.Width, size.Height, pictures[frame]))
                .Where(face => face.Score >= least && before.Exists(one => Touch(one.Box, face.Box)));
            Assert.True(!left.Any(), $"Of what was found in frame {frame} is left: {string.Join(", ", left)}");
        }
    }

    private static async Task<List<byte[]>> PicturesAsync(TestClip clip, LookSize size)
    {
        var raw = await clip.MakeAsync($"-i cut.mp4 -vsync passthrough -vf scale={size.Width}:{size.Height}:out_range=full -pix_fmt yuv420p -f rawvideo cut.raw");
        return [.. (await File.ReadAllBytesAsync(raw)).Chunk(LookPicture.Size(size.Width, size.Height))];
    }

    private static bool Touch(in DetectionBox one, in DetectionBox other) =>
        one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;

    private static IObjectDetector Yunet()
    {
        var card = new ModelCard("yunet", ModelTasks.Faces, "1", "MIT", "", 0, "yunet") { Labels = ["face"] };
        var catalogue = new OneModel(card, OnnxLibrary.Model("ShiqiYu__libfacedetection.train/yunet_n_dynamic.onnx"));
        return new ModelDetectors(catalogue, new OnnxRuntime(new OnnxRuntimeOptions { Library = OnnxLibrary.Path }), ModelTasks.Faces, new ModelSessionOptions()).Open();
    }

    private sealed class OneModel(ModelCard card, string path) : IModelCatalogue
    {
        public IReadOnlyList<ModelCard> Known => [card];

        public InstalledModel? Serving(string task) => new(card, path);
    }
}
