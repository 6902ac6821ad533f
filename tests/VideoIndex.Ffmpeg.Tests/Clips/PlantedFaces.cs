using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Tags;

namespace VideoIndex.Ffmpeg.Tests.Clips;

/// <summary>Finds one face in each frame, or none, where it was told to.</summary>
internal sealed class PlantedFaces(Func<int, int, int, DetectionBox?> faceAt) : IObjectDetector
{
    public PlantedFaces(Func<int, DetectionBox?> faceAt)
        : this((frame, _, _) => faceAt(frame))
    {
    }

    public int Seen { get; private set; }

    public Origin Origin => new("model", "planted", "1");

    public IReadOnlyList<string> Labels => ["face"];

    public IReadOnlyList<Detection> Detect(in LookPicture picture) =>
        faceAt(Seen++, picture.Width, picture.Height) is { } box ? [new Detection(0, 0.4f, box)] : [];

    public void Dispose()
    {
    }
}
