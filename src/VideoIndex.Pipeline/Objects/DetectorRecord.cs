using VideoIndex.Tags;

namespace VideoIndex.Pipeline.Objects;

/// <summary>Who looked for things in a segment, or why nobody did.</summary>
/// <param name="Kind">What was looked for.</param>
/// <param name="Detector">The model, with its version; null where nobody looked.</param>
/// <param name="Labels">The names of its classes.</param>
/// <param name="Missing">Why nobody looked, as a sentence; null when somebody did.</param>
/// <param name="Failure">What the model said when it first failed at a look, as a sentence; null when it never did.</param>
public sealed record DetectorRecord(string Kind, Origin? Detector, IReadOnlyList<string> Labels, string? Missing, string? Failure);
