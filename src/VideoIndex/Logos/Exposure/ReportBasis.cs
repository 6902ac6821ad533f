using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Recognition;
using VideoIndex.Timing;

namespace VideoIndex.Logos.Exposure;

/// <summary>What a report was made of and how, so that it can be made again.</summary>
/// <param name="Extractor">The version of what finds and codes keypoints.</param>
/// <param name="Appearances">How sightings became appearances.</param>
/// <param name="Videos">The videos asked about, in the order of their paths; those that could not be searched are there too.</param>
/// <param name="Logos">The logos that were looked for, by brand.</param>
/// <param name="Mentions">Where a brand's name is said or read, by video and start.</param>
public sealed record ReportBasis(
    string Extractor, AppearanceRule Appearances, IReadOnlyList<SearchedVideo> Videos, IReadOnlyList<SoughtLogo> Logos, IReadOnlyList<BrandMention> Mentions);

/// <summary>A video of a report.</summary>
/// <param name="Id">Its id, made from its bytes.</param>
/// <param name="Path">Its path; rows name it by this.</param>
/// <param name="Extent">Its own stretch of time.</param>
/// <param name="Timecodes">The labels of its frames; null where it has none.</param>
/// <param name="Evidence">The hash of the keypoints that were searched, as hex digits; null where there are none to search.</param>
public sealed record SearchedVideo(string Id, string Path, MediaSpan Extent, TimecodeTrack? Timecodes, string? Evidence);

/// <summary>A logo of a report.</summary>
/// <param name="Brand">The brand's name.</param>
/// <param name="Logo">The logo's name.</param>
/// <param name="Grade">What may be expected of it.</param>
/// <param name="Pictures">The SHA-256 of each of its pictures, as hex digits.</param>
public sealed record SoughtLogo(string Brand, string Logo, LogoGrade Grade, IReadOnlyList<string> Pictures);

/// <summary>One place where a brand's name is said or read.</summary>
/// <param name="Brand">The brand's name.</param>
/// <param name="Spoken">Whether it is said; read on the screen if not.</param>
/// <param name="Video">The video's path.</param>
/// <param name="Span">From when to when the words are there.</param>
/// <param name="Text">The words, the name among them.</param>
/// <param name="Times">How often the name is among them.</param>
public sealed record BrandMention(string Brand, bool Spoken, string Video, MediaSpan Span, string Text, int Times);
