using VideoIndex.Objects;

namespace VideoIndex.Accuracy.Objects;

/// <summary>A thing that is in a picture, as people have marked it.</summary>
/// <param name="Label">Its class, by the name in use today.</param>
/// <param name="Box">Where it is, in pixels.</param>
/// <param name="Ignored">Whether finding it is neither right nor wrong: VOC's difficult ones, COCO's crowds.</param>
/// <param name="Crowd">Whether it is a crowd: what lies within it may be found any number of times.</param>
internal sealed record TruthBox(string Label, DetectionBox Box, bool Ignored = false, bool Crowd = false)
{
    public double Area => (double)(Box.Right - Box.Left) * (Box.Bottom - Box.Top);
}

/// <summary>A thing that was found in a picture.</summary>
internal sealed record FoundBox(string Label, float Score, DetectionBox Box);

/// <summary>A picture with what is in it and what was found.</summary>
internal sealed record JudgedPicture(string Name, IReadOnlyList<TruthBox> Truth, IReadOnlyList<FoundBox> Found);
