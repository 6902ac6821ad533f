using VideoIndex.Tags;

namespace VideoIndex.Objects;

/// <summary>All that one detector saw of a video, raw: thresholds are applied when tracks are made of it, and can be applied anew.</summary>
/// <param name="Kind">What it looks for: <see cref="TagKinds.Objects"/> or <see cref="TagKinds.Faces"/>.</param>
/// <param name="Detector">The model, with its version.</param>
/// <param name="Labels">The names of its classes, in its own order.</param>
/// <param name="Looks">What it saw at each look at the video, in order; null for a look it failed at.</param>
public sealed record DetectionLog(
    string Kind, Origin Detector, IReadOnlyList<string> Labels, IReadOnlyList<IReadOnlyList<SeenObject>?> Looks);
