using VideoIndex.Looks;
using VideoIndex.Metadata;
using VideoIndex.Search.Evaluation;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Reviews;

/// <summary>What is said of a stretch of a video, and by whom: a tag, or something that was heard.</summary>
/// <param name="Video">The video.</param>
/// <param name="Span">The stretch.</param>
/// <param name="Kind">The kind of the tag; <see cref="Said"/> for speech.</param>
/// <param name="Label">The tag's label; what was said.</param>
/// <param name="Origin">Who claims it.</param>
/// <param name="Box">Where in the picture; null for what has no place there.</param>
public sealed record VideoClaim(VideoId Video, MediaSpan Span, string Kind, string Label, Origin Origin, PictureBox? Box = null)
{
    /// <summary>The kind of what was heard, or stands in captions.</summary>
    public const string Said = "say";

    /// <summary>Gets what names it: of a tag, the tag's own id.</summary>
    public TagId Id => new Tag(Video, Span, Kind, Label, default, Origin) { Box = Box }.Id;

    /// <summary>Gets whether a person makes it.</summary>
    public bool IsHuman => Origin.Kind == HumanTag.Author;

    /// <summary>Returns the claim of a tag.</summary>
    public static VideoClaim Of(Tag tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return new VideoClaim(tag.Video, tag.Span, tag.Kind, tag.Label, tag.Origin, tag.Box);
    }

    /// <summary>Returns the claim of a thing that can be found; null for shots, scenes, joints and the video itself, of which nobody judges.</summary>
    public static VideoClaim? Of(VideoId video, SearchableSpan thing)
    {
        ArgumentNullException.ThrowIfNull(thing);
        return thing.Joint is not null || thing.Field is "shot" or "scene" or "video" || thing.Texts is not [var label, ..]
            ? null
            : new VideoClaim(video, thing.Span, thing.Kind ?? thing.Field, label, thing.Origin, thing.Box);
    }

    /// <summary>Returns every claim that machines, containers and captions make of a video, in order of start, then end. What was dropped is not claimed.</summary>
    public static IReadOnlyList<VideoClaim> In(VideoContents contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var said = from transcript in contents.Transcripts
                   from utterance in transcript.Utterances
                   where utterance.Dropped is null
                   select new VideoClaim(contents.Video.Id, utterance.Span, Said, utterance.Text, transcript.Origin);
        return [.. contents.Tags.Select(Of).Concat(said).DistinctBy(claim => claim.Id).OrderBy(claim => claim.Span.Start).ThenBy(claim => claim.Span.End)];
    }

    /// <summary>
    /// Returns whether another claim says the same, a little differently, as a new analysis may: of one kind, with the same words, at times that overlap by more than half
    /// of the shorter, and in places that do, where both have one. It does not matter which machine claims it. What a person claims is like nothing else.
    /// </summary>
    public bool IsLike(VideoClaim other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !IsHuman && !other.IsHuman && Kind == other.Kind && FieldText.Folded(Label) == FieldText.Folded(other.Label)
            && OverlapsByHalf(Span, other.Span)
            && (Box is not { } box || other.Box is not { } place || OverlapsByHalf(box, place));
    }

    private static bool OverlapsByHalf(MediaSpan one, MediaSpan other)
    {
        var start = one.Start > other.Start ? one.Start : other.Start;
        var end = one.End < other.End ? one.End : other.End;
        var shorter = one.Duration < other.Duration ? one.Duration : other.Duration;
        return end > start && (end - start) + (end - start) > shorter;
    }

    private static bool OverlapsByHalf(PictureBox one, PictureBox other)
    {
        var width = Math.Min(one.Left + one.Width, other.Left + other.Width) - Math.Max(one.Left, other.Left);
        var height = Math.Min(one.Top + one.Height, other.Top + other.Height) - Math.Max(one.Top, other.Top);
        var smaller = Math.Min((long)one.Width * one.Height, (long)other.Width * other.Height);
        return width > 0 && height > 0 && 2L * width * height > smaller;
    }
}
