namespace VideoIndex.Logos.Exposure;

/// <summary>What shows that an appearance is real: files beside the report, by their paths from its folder with <c>/</c> between parts.</summary>
/// <param name="Still">A JPEG of the frame it was seen best at, the mark outlined; null where there is no picture of it.</param>
/// <param name="Clip">An MP4 of the appearance; null where the video's file is gone.</param>
public sealed record AppearanceEvidence(string? Still, string? Clip);
