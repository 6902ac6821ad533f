using VideoIndex.Logos.Recognition;

namespace VideoIndex.Pipeline.Logos;

/// <summary>In which form it is kept what logos are found by.</summary>
/// <param name="Version">The version of the extractor the keypoints are of.</param>
/// <param name="Words">Sorts codes into words.</param>
/// <param name="Stills">The version of the decoder that brings stills back.</param>
public sealed record FeatureKeeping(string Version, ICodeWords Words, string Stills);
