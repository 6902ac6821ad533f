using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Tags;

namespace VideoIndex.Ffmpeg.Tests.Clips;

/// <summary>Keeps what another detector finds, frame by frame.</summary>
internal sealed class RecordedFaces(IObjectDetector inner) : IObjectDetector
{
    public List<IReadOnlyList<Detection>> Found { get; } = [];

    public Origin Origin => inner.Origin;

    public IReadOnlyList<string> Labels => inner.Labels;

    public IReadOnlyList<Detection> Detect(in LookPicture picture)
    {
        Found.Add(inner.Detect(picture));
        return Found[^1];
    }

    public void Dispose()
    {
    }
}
