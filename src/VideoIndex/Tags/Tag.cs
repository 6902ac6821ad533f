using System.Security.Cryptography;
using System.Text;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Tags;

/// <summary>A word that holds for a stretch of a video, and who says so.</summary>
/// <param name="Video">The video.</param>
/// <param name="Span">The stretch.</param>
/// <param name="Kind">What kind of claim: <c>chapter</c> today; <c>text</c>, <c>logo</c>, <c>object</c> as their detectors come.</param>
/// <param name="Label">The word or words.</param>
/// <param name="Confidence">How sure its author is; a person and a container are always sure.</param>
/// <param name="Origin">The model and version, the container, or the person, that made the claim.</param>
public sealed record Tag(VideoId Video, MediaSpan Span, string Kind, string Label, Confidence Confidence, Origin Origin)
{
    /// <summary>Gets a name that depends on the claim alone, so that making the claim twice stores it once.</summary>
    public TagId Id => TagId.Of(Video, Span, Kind, Label, Origin);
}

/// <summary>Who made a claim.</summary>
/// <param name="Kind">What kind of author: <c>container</c>, <c>captions</c>, <c>sidecar</c>, <c>model</c> or <c>person</c>.</param>
/// <param name="Name">Which one: <c>cea-608 CC1</c>, <c>mov_text track 1</c>, <c>hard-cuts</c>, a person's name.</param>
/// <param name="Version">The version of a model or rule; empty where there is none.</param>
public sealed record Origin(string Kind, string Name, string Version = "");

/// <summary>Names one claim.</summary>
public readonly record struct TagId(Guid Value)
{
    internal static TagId Of(VideoId video, MediaSpan span, string kind, string label, Origin origin)
    {
        var claim = string.Join(
            '\n', video, span.Start.Seconds, span.End.Seconds, kind, label, origin.Kind, origin.Name, origin.Version);
        return new TagId(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(claim)).AsSpan(0, 16)));
    }
}
