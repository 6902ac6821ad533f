using System.Security.Cryptography;
using System.Text;
using VideoIndex.Looks;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Tags;

/// <summary>A word that holds for a stretch of a video, and who says so.</summary>
/// <param name="Video">The video.</param>
/// <param name="Span">The stretch.</param>
/// <param name="Kind">What kind of claim: <c>chapter</c>, <c>text</c>, or one of <see cref="TagKinds"/>.</param>
/// <param name="Label">The word or words.</param>
/// <param name="Confidence">How sure its author is; a person and a container are always sure.</param>
/// <param name="Origin">The model and version, the container, or the person, that made the claim.</param>
public sealed record Tag(VideoId Video, MediaSpan Span, string Kind, string Label, Confidence Confidence, Origin Origin)
{
    /// <summary>Gets where in the picture it is; null for what holds for the whole picture, or for the sound.</summary>
    public PictureBox? Box { get; init; }

    /// <summary>Gets how far it is turned in the picture, in tenths of a degree, above 0 counter-clockwise.</summary>
    public int Angle { get; init; }

    /// <summary>Gets the language of its words, as ISO 639-2; null when it has none or nobody knows.</summary>
    public string? Language { get; init; }

    /// <summary>Gets how it was found, as one sentence with its numbers; null when its origin says all there is.</summary>
    public string? How { get; init; }

    /// <summary>Gets its way through the picture; null for what was not followed.</summary>
    public TagPath? Path { get; init; }

    /// <summary>Gets the id of the import it came in with; null for what was found here.</summary>
    public string? Import { get; init; }

    /// <summary>Gets a name that depends on the claim alone, so that making the claim twice stores it once.</summary>
    public TagId Id => TagId.Of(this);
}

/// <summary>Who made a claim.</summary>
/// <param name="Kind">What kind of author: <c>container</c>, <c>captions</c>, <c>sidecar</c>, <c>model</c>, <c>service</c> (elsewhere than on this machine), <c>program</c>, <c>import</c> (a file somebody wrote) or <c>person</c>.</param>
/// <param name="Name">Which one: <c>cea-608 CC1</c>, <c>mov_text track 1</c>, <c>hard-cuts</c>, a person's name.</param>
/// <param name="Version">The version of a model or rule; empty where there is none.</param>
public sealed record Origin(string Kind, string Name, string Version = "");

/// <summary>Names one claim.</summary>
public readonly record struct TagId(Guid Value)
{
    // The place counts only where there is one: what was claimed before places were kept has the name it had.
    internal static TagId Of(Tag tag)
    {
        var claim = string.Join(
            '\n', tag.Video, tag.Span.Start.Seconds, tag.Span.End.Seconds, tag.Kind, tag.Label, tag.Origin.Kind, tag.Origin.Name, tag.Origin.Version);
        claim += tag.Box is { } box ? $"\n{box.Left} {box.Top} {box.Width} {box.Height}" : "";
        return new TagId(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(claim)).AsSpan(0, 16)));
    }
}
