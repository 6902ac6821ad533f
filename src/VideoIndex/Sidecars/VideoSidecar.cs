using VideoIndex.Brands;
using VideoIndex.Copies;
using VideoIndex.Importing;
using VideoIndex.Logos.Recognition;
using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Shots;
using VideoIndex.Similar;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Sidecars;

/// <summary>Everything a library knows of one video. Read into another library, the same questions get the same answers.</summary>
/// <param name="Arrival">Its place in the order in which videos came into the library, from 1: answers that are equally good are given in this order.</param>
/// <param name="Contents">The video and what was found in it; what was taken in from elsewhere is not among it.</param>
public sealed record VideoSidecar(long Arrival, VideoContents Contents)
{
    /// <summary>Gets its frames; null where it has none.</summary>
    public FrameEvidence? Evidence { get; init; }

    /// <summary>Gets what it is recognised by in other videos; null for nothing.</summary>
    public VideoPrints? Prints { get; init; }

    /// <summary>Gets the vectors of its shots and of what is said in it, one set of a kind at most.</summary>
    public IReadOnlyList<VideoVectors> Vectors { get; init; } = [];

    /// <summary>Gets where logos were seen in it.</summary>
    public IReadOnlyList<LogoSeen> Logos { get; init; } = [];

    /// <summary>Gets the values people gave it, field by field.</summary>
    public IReadOnlyList<FieldKept> Fields { get; init; } = [];

    /// <summary>Gets the collections it is in, by name.</summary>
    public IReadOnlyList<string> Collections { get; init; } = [];

    /// <summary>Gets what was changed of its values and collections, the oldest first.</summary>
    public IReadOnlyList<PastChange> Changes { get; init; } = [];

    /// <summary>Gets what people did to the claims about it, the oldest first, numbered from 1 within this video.</summary>
    public IReadOnlyList<ReviewEntry> Reviews { get; init; } = [];

    /// <summary>Gets what was taken in from elsewhere, the oldest first.</summary>
    public IReadOnlyList<Import> Imports { get; init; } = [];

    /// <summary>Gets the moments that alerts know already.</summary>
    public IReadOnlyList<MomentTold> Told { get; init; } = [];

    /// <summary>Gets files of the library that came along: pictures of keyframes, keypoints, stills.</summary>
    public IReadOnlyList<FileKept> Files { get; init; } = [];
}

/// <summary>Where one logo was seen in a video, raw. The logo is named, since its number may be another's elsewhere.</summary>
/// <param name="Brand">The brand's name.</param>
/// <param name="Logo">The logo's name.</param>
public sealed record LogoSeen(string Brand, string Logo)
{
    /// <summary>Gets what it was looked for by and in; null where it was not looked for.</summary>
    public string? Basis { get; init; }

    /// <summary>Gets where it was seen.</summary>
    public IReadOnlyList<LogoSighting> Sightings { get; init; } = [];

    /// <summary>Gets what the ends of its appearances go back to; null where they were not looked for.</summary>
    public string? EndsBasis { get; init; }

    /// <summary>Gets the ends of its appearances, by their keys; null for one that could not be followed.</summary>
    public IReadOnlyDictionary<UInt128, Logos.Ends.FoundEnd?> Ends { get; init; } = new Dictionary<UInt128, Logos.Ends.FoundEnd?>();
}

/// <summary>The values of one field of a video.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Values">The values, as <see cref="FieldValues.Write"/> writes them; at least one.</param>
public sealed record FieldKept(string Name, FieldType Type, IReadOnlyList<string> Values);

/// <summary>A moment an alert knows already.</summary>
/// <param name="Alert">The alert's name.</param>
/// <param name="Kind">What kind of thing was found.</param>
/// <param name="Text">Its words.</param>
/// <param name="Span">When.</param>
/// <param name="WasTold">Whether the alert told of it; it was there when the alert was added otherwise.</param>
public sealed record MomentTold(string Alert, string Kind, string Text, MediaSpan Span, bool WasTold);

/// <summary>A file of a library.</summary>
/// <param name="Place">Where it lies, relative to the library's folder, with forward slashes.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record FileKept(string Place, ReadOnlyMemory<byte> Bytes);
