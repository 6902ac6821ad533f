using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Onnx.Binding;
using VideoIndex.Testing.Clips;
using VideoIndex.Vision.Objects;

namespace VideoIndex.Onnx.Tests.Faces;

public sealed class RealFaceTests
{
    private const string Yunet = "ShiqiYu__libfacedetection.train/", Ultraface = "Linzaer__Ultra-Light-Fast-Generic-Face-Detector-1MB/";

    // Four people on a sofa: seen by eye, and the longest known of these models.
    [OnnxTheory]
    [InlineData(Yunet + "yunet_n_dynamic.onnx", "yunet", 0, 0)]
    [InlineData(Yunet + "yunet_n_640_640.onnx", "yunet", 640, 640)]
    public async Task YuNet_finds_four_faces_and_no_fifth(string file, string head, int width, int height) =>
        Assert.Equal(4, await CountAsync(new ModelCard("faces", ModelTasks.Faces, "1", "MIT", "", 0, head) { Labels = ["face"], Width = width, Height = height }, file));

    [OnnxTheory]
    [InlineData(Ultraface + "version-RFB-320.onnx", "ultraface")]
    [InlineData(Ultraface + "version-slim-320_simplified.onnx", "ultraface-priors")]
    public async Task The_ultra_light_ones_find_faces_among_the_four(string file, string head) =>
        Assert.InRange(await CountAsync(new ModelCard("faces", ModelTasks.Faces, "1", "MIT", "", 0, head) { Labels = ["face"], Width = 320, Height = 240 }, file), 1, 4);

    private static async Task<int> CountAsync(ModelCard card, string file)
    {
        using var clip = new TestClip();
        var video = Path.Combine(Fixtures.Folder, "video", "googleapis__python-videointelligence", "googlework_short.mp4");
        var planes = await File.ReadAllBytesAsync(await clip.MakeAsync($"-ss 19 -i {video} -frames:v 1 -vf scale=320:180:out_range=full -pix_fmt yuv420p -f rawvideo frame.raw"));
        var detectors = new ModelDetectors(new OneModel(card, OnnxLibrary.Model(file)), new OnnxRuntime(new OnnxRuntimeOptions { Library = OnnxLibrary.Path }), ModelTasks.Faces, new ModelSessionOptions());
        using var detector = detectors.Open();
        return detector.Detect(new LookPicture(320, 180, planes)).Count(face => face.Score >= 0.6f);
    }

    private sealed class OneModel(ModelCard card, string path) : IModelCatalogue
    {
        public IReadOnlyList<ModelCard> Known => [card];

        public InstalledModel? Serving(string task) => new(card, path);
    }
}
