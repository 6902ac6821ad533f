using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Onnx.Batching;
using VideoIndex.Onnx.Binding;
using VideoIndex.Testing.Clips;
using VideoIndex.Vision.Objects;

namespace VideoIndex.Onnx.Tests.Gpu;

/// <summary>What a GPU finds, held against the processor. Skipped where there is no GPU; how fast one is says <c>bench/performance -- models</c>.</summary>
public sealed class GpuTests
{
    private const string Faces = "ShiqiYu__libfacedetection.train/yunet_n_dynamic.onnx", Things = "Kazuhito00__YOLOX-ONNX-TFLite-Sample/yolox_nano.onnx";
    private const float Pixel = 1, Hundredth = 0.01f, Sure = 0.3f;

    private readonly OnnxRuntime _runtime = new(new OnnxRuntimeOptions { Library = OnnxLibrary.Path });

    [GpuTheory]
    [InlineData(Things, "yolox", 416, 80)]
    [InlineData(Faces, "yunet", 0, 1)]
    public async Task A_GPU_finds_the_boxes_the_processor_finds(string file, string head, int side, int labels)
    {
        var planes = await PlanesAsync();
        using var processor = Open(file, head, side, labels, new ModelSessionOptions { Providers = ["cpu"] });
        using var gpu = Open(file, head, side, labels, new ModelSessionOptions { RequireGpu = true });

        RequireSame(Detect(processor, planes), Detect(gpu, planes));
    }

    [GpuFact]
    public async Task Looks_of_several_threads_share_runs_on_a_GPU_and_what_is_found_stays()
    {
        var planes = await PlanesAsync();
        var shared = new ModelSessionOptions { RequireGpu = true, SharedBatch = true };
        using var session = _runtime.Open(OnnxLibrary.Model(Faces), shared);
        using var processor = Open(Faces, "yunet", 0, 1, new ModelSessionOptions { Providers = ["cpu"] });
        using var gpu = Open(Faces, "yunet", 0, 1, shared);

        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () => Detect(gpu, planes), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.IsType<SharedBatches>(session);
        Assert.All(found, one => RequireSame(Detect(processor, planes), one));
    }

    private static async Task<byte[]> PlanesAsync()
    {
        using var clip = new TestClip();
        var video = Path.Combine(Fixtures.Folder, "video", "googleapis__python-videointelligence", "googlework_short.mp4");
        return await File.ReadAllBytesAsync(await clip.MakeAsync($"-ss 19 -i {video} -frames:v 1 -vf scale=320:180:out_range=full -pix_fmt yuv420p -f rawvideo frame.raw"));
    }

    private IObjectDetector Open(string file, string head, int side, int labels, ModelSessionOptions options)
    {
        var card = new ModelCard("any", ModelTasks.Objects, "1", "MIT", "", 0, head) { Labels = [.. Enumerable.Range(0, labels).Select(label => $"{label}")], Width = side, Height = side };
        return new ModelDetectors(new OneModel(card, OnnxLibrary.Model(file)), _runtime, ModelTasks.Objects, options).Open();
    }

    private static IReadOnlyList<Detection> Detect(IObjectDetector detector, byte[] planes) => detector.Detect(new LookPicture(320, 180, planes));

    private static void RequireSame(IReadOnlyList<Detection> one, IReadOnlyList<Detection> other)
    {
        Assert.Contains(one, found => found.Score >= Sure);
        Assert.All(one.Where(found => found.Score >= Sure), found => Assert.Contains(other, again => IsSame(found, again)));
        Assert.All(other.Where(found => found.Score >= Sure), found => Assert.Contains(one, again => IsSame(found, again)));
    }

    private static bool IsSame(Detection one, Detection other) =>
        one.Label == other.Label && Math.Abs(one.Score - other.Score) <= Hundredth
        && Math.Abs(one.Box.Left - other.Box.Left) <= Pixel && Math.Abs(one.Box.Top - other.Box.Top) <= Pixel
        && Math.Abs(one.Box.Right - other.Box.Right) <= Pixel && Math.Abs(one.Box.Bottom - other.Box.Bottom) <= Pixel;

    private sealed class OneModel(ModelCard card, string path) : IModelCatalogue
    {
        public IReadOnlyList<ModelCard> Known => [card];

        public InstalledModel? Serving(string task) => new(card, path);
    }
}
