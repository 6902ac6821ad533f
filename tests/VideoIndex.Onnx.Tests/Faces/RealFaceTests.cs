using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Onnx.Binding;
using VideoIndex.Testing.Clips;
using VideoIndex.Vision.Objects;

namespace VideoIndex.Onnx.Tests.Faces;

public sealed class RealFaceTests
{
    private const string Yunet = "ShiqiYu__libfacedetection.train/", Ultraface = "Linzaer__Ultra-Light-Fast-Generic-Face-Detector-1MB/";

    // Four people sit on a sofa, 19 s into the clip. Where the middles of their faces are was seen by eye, in pixels of a picture of 320 x 180; a face is some 20 high.
    private static readonly (float X, float Y)[] Faces = [(119, 99), (153, 100), (179, 93), (212, 95)];

    [OnnxTheory]
    [InlineData(Yunet + "yunet_n_dynamic.onnx", "yunet", 0, 0)]
    [InlineData(Yunet + "yunet_n_640_640.onnx", "yunet", 640, 640)]
    public async Task YuNet_finds_four_faces_and_no_fifth(string file, string head, int width, int height)
    {
        var found = await FindAsync(new ModelCard("faces", ModelTasks.Faces, "1", "MIT", "", 0, head) { Labels = ["face"], Width = width, Height = height }, file);
        Assert.Equal(4, found.Count);
        Assert.All(Faces, face => Assert.Single(found, box => Holds(box, face)));
        Assert.All(found, box => Assert.InRange(box.Bottom - box.Top, 14, 30));
    }

    // They see the picture hardly larger than it is: some of the four are missed, and what is found is one of them.
    [OnnxTheory]
    [InlineData(Ultraface + "version-RFB-320.onnx", "ultraface")]
    [InlineData(Ultraface + "version-slim-320_simplified.onnx", "ultraface-priors")]
    public async Task The_ultra_light_ones_find_nothing_but_faces_among_the_four(string file, string head)
    {
        var found = await FindAsync(new ModelCard("faces", ModelTasks.Faces, "1", "MIT", "", 0, head) { Labels = ["face"], Width = 320, Height = 240 }, file);
        Assert.InRange(found.Count, 1, 4);
        Assert.All(found, box => Assert.Single(Faces, face => Holds(box, face)));
    }

    private static bool Holds(in DetectionBox box, (float X, float Y) at) => box.Left < at.X && at.X < box.Right && box.Top < at.Y && at.Y < box.Bottom;

    private static async Task<IReadOnlyList<DetectionBox>> FindAsync(ModelCard card, string file)
    {
        using var clip = new TestClip();
        var video = Path.Combine(Fixtures.Folder, "video", "googleapis__python-videointelligence", "googlework_short.mp4");
        var planes = await File.ReadAllBytesAsync(await clip.MakeAsync($"-ss 19 -i {video} -frames:v 1 -vf scale=320:180:out_range=full -pix_fmt yuv420p -f rawvideo frame.raw"));
        var runtime = new OnnxRuntime(new OnnxRuntimeOptions { Library = OnnxLibrary.Path });
        using var detector = new ModelDetectors(new OneModel(card, OnnxLibrary.Model(file)), runtime, ModelTasks.Faces, new ModelSessionOptions()).Open();
        return [.. detector.Detect(new LookPicture(320, 180, planes)).Where(face => face.Score >= 0.6f).Select(face => face.Box)];
    }

    private sealed class OneModel(ModelCard card, string path) : IModelCatalogue
    {
        public IReadOnlyList<ModelCard> Known => [card];

        public InstalledModel? Serving(string task) => new(card, path);
    }
}
