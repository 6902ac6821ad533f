using VideoIndex.Objects;

namespace VideoIndex.Pipeline.Objects;

/// <summary>A detector at a decode, or why there is none.</summary>
/// <param name="Kind">What it looks for: <see cref="Tags.TagKinds.Objects"/> or <see cref="Tags.TagKinds.Faces"/>.</param>
/// <param name="Detector">The detector, which others may use too; null where there is none.</param>
/// <param name="Missing">Why there is none, as a sentence; null where there is one.</param>
public sealed record DetectorTap(string Kind, IObjectDetector? Detector, string? Missing);
