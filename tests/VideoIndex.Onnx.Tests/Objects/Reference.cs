using System.Text.Json;
using VideoIndex.Inference;
using VideoIndex.Objects;
using VideoIndex.Onnx.Binding;
using VideoIndex.Testing.Clips;
using VideoIndex.Vision.Objects;

namespace VideoIndex.Onnx.Tests.Objects;

/// <summary>What OpenCV finds in a picture: a line of <c>opencv-objects.json</c>, which <c>opencv_objects.py</c> made.</summary>
internal sealed record Reference(string Picture, int Frame, int Width, int Height, string Pixels, string Head, string Scaled, double[][] Found)
{
    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Reference> All { get; } = JsonSerializer.Deserialize<Reference[]>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "VideoIndex.Onnx.Tests", "Objects", "opencv-objects.json")), AsWritten)!;

    public static TheoryData<string, int, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, int, string>();
            foreach (var one in All)
            {
                cases.Add(one.Picture, one.Frame, one.Head);
            }

            return cases;
        }
    }

    public IEnumerable<Detection> Detections => Found.Select(one =>
        new Detection((int)one[0], (float)one[1], new DetectionBox((float)one[2], (float)one[3], (float)one[4], (float)one[5])));

    public static Reference Of(string picture, int frame, string head) =>
        All.Single(one => one.Picture == picture && one.Frame == frame && one.Head == head);

    /// <summary>Decodes the picture with FFmpeg.</summary>
    public async Task<byte[]> DecodeAsync(string filters, string format)
    {
        using var folder = new TestClip();
        return await File.ReadAllBytesAsync(await folder.MakeAsync(
            $"-i {Path.Combine(Fixtures.Folder, Picture)} -vf select=eq(n\\,{Frame}){filters} -frames:v 1 -f rawvideo -pix_fmt {format} picture.raw"));
    }

    public IDetectionHead OpenHead() => Head == "yolox" ? new YoloxHead(416, 416, 80) : new FastestDetHead(352, 352, 80);

    public IModelSession OpenModel() => new OnnxRuntime(new OnnxRuntimeOptions { Library = OnnxLibrary.Path }).Open(
        OnnxLibrary.Model(Head == "yolox" ? "Kazuhito00__YOLOX-ONNX-TFLite-Sample/yolox_nano.onnx" : "dog-qiuqiu__FastestDet/FastestDet.onnx"),
        new ModelSessionOptions { Providers = ["cpu"] });
}
