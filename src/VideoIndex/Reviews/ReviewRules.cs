using VideoIndex.Brands;
using VideoIndex.Looks;
using VideoIndex.Metadata;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Reviews;

/// <summary>What people may say of a video and add to it, and which line remembers it. The same for every store. Pure.</summary>
public static class ReviewRules
{
    /// <summary>The kind of a tag a person adds without naming one.</summary>
    public const string UsualKind = "tag";

    /// <summary>The most characters (UTF-16 units) of a label.</summary>
    public const int LongestLabel = 500;

    /// <summary>The most characters (UTF-16 units) of a note.</summary>
    public const int LongestNote = 2000;

    /// <summary>Returns the line a change is remembered by, its number to be given; null where it would change nothing.</summary>
    /// <param name="video">The video.</param>
    /// <param name="before">What people said and added before.</param>
    /// <param name="change">The change.</param>
    /// <param name="made">When, and by whom.</param>
    /// <exception cref="ReviewException">It cannot be made.</exception>
    public static ReviewEntry? Entry(Video video, VideoReviews before, ReviewChange change, Stamp made)
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(made);
        return change switch
        {
            ReviewChange.Judge { Claim: var claim, Status: var status, Note: var note } => Judged(before, claim, status, ReadNote(note), made),
            ReviewChange.Unjudge { Claim: var claim } => before.Verdicts.Any(verdict => verdict.Claim.Id == claim.Id) ? new ReviewEntry(0, ReviewAct.Unjudged, claim, null, made, "") : null,
            ReviewChange.Add { Tag: var typed } => Added(video, before, typed, made),
            ReviewChange.Correct { Number: var number, Tag: var typed } => Corrected(video, before, number, typed, made),
            ReviewChange.Withdraw { Number: var number } => new ReviewEntry(0, ReviewAct.Withdrawn, VideoClaim.Of(Find(before, number).Tag), number, made, ""),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "There is no such change."),
        };
    }

    private static ReviewEntry? Judged(VideoReviews before, VideoClaim claim, string status, string note, Stamp made)
    {
        var act = status switch
        {
            ReviewStatus.Verified => ReviewAct.Verified,
            ReviewStatus.Rejected => ReviewAct.Rejected,
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A verdict is verified or rejected."),
        };
        var known = before.Verdicts.FirstOrDefault(verdict => verdict.Claim.Id == claim.Id);
        return known is { } same && same.Status == status && same.Note == note ? null : new ReviewEntry(0, act, claim, null, made, note);
    }

    // What this person has said already is not said twice.
    private static ReviewEntry? Added(Video video, VideoReviews before, TypedTag typed, Stamp made)
    {
        var claim = Read(video, typed, made.By);
        return before.Tags.Any(tag => tag.Tag.Id == claim.Id) ? null : new ReviewEntry(0, ReviewAct.Added, claim, null, made, ReadNote(typed.Note));
    }

    private static ReviewEntry? Corrected(Video video, VideoReviews before, long number, TypedTag typed, Stamp made)
    {
        var (old, claim, note) = (Find(before, number), Read(video, typed, made.By), ReadNote(typed.Note));
        if (before.Tags.Any(tag => tag.Number != number && tag.Tag.Id == claim.Id))
        {
            throw new ReviewException("tag-exists", $"{made.By} has added that very tag already: withdraw this one instead.");
        }

        var isSame = VideoClaim.Of(old.Tag) with { Origin = claim.Origin } == claim && old.Note == note;
        return isSame ? null : new ReviewEntry(0, ReviewAct.Corrected, claim, number, made, note);
    }

    private static VideoClaim Read(Video video, TypedTag typed, string by)
    {
        var (kind, label) = (ReadKind(typed.Kind), typed.Label.Trim());
        if (label.Length is 0 or > LongestLabel || FieldText.Folded(label) == "" || label.EnumerateRunes().Any(BrandName.IsUnseen))
        {
            throw new ReviewException("bad-label", $"The label of a tag is words that can be searched for, of {LongestLabel} characters at most.");
        }

        CheckSpan(video, typed.Span);
        CheckBox(typed.Box);
        return new VideoClaim(video.Id, typed.Span, kind, label, new Origin(HumanTag.Author, by), typed.Box);
    }

    private static string ReadKind(string typed)
    {
        var kind = typed.Trim().ToLowerInvariant();
        if (kind is VideoClaim.Said or "shot" or "scene" or "video")
        {
            throw new ReviewException("bad-kind", $"A person adds no tags of the kind '{kind}': it is found another way.");
        }

        var isOne = kind.Length is > 0 and <= FieldNames.Longest && char.IsAsciiLetterLower(kind[0]) && kind.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
        return isOne ? kind : throw new ReviewException("bad-kind", $"'{typed}' is no kind of tag: a letter from a to z, then letters, digits and dashes, {FieldNames.Longest} at most.");
    }

    private static void CheckSpan(Video video, MediaSpan span)
    {
        if (span.Duration == default)
        {
            throw new ReviewException("empty-tag", "A tag holds for a while: it must end after it starts.");
        }

        if (span.Start < video.Extent.Start || span.End > video.Extent.End)
        {
            throw new ReviewException("outside-video", $"The video goes from {video.Extent.Start.Seconds} s to {video.Extent.End.Seconds} s, and the tag from {span.Start.Seconds} s to {span.End.Seconds} s.");
        }
    }

    private static void CheckBox(PictureBox? box)
    {
        var isInside = box is not { } place
            || place is { Left: >= 0, Top: >= 0, Width: > 0, Height: > 0 } && (long)place.Left + place.Width <= PictureBox.Whole && (long)place.Top + place.Height <= PictureBox.Whole;
        if (!isInside)
        {
            throw new ReviewException("outside-picture", "The box of a tag lies inside the picture, and is not empty.");
        }
    }

    private static string ReadNote(string typed)
    {
        var note = typed.Trim();
        return note.Length <= LongestNote && !note.EnumerateRunes().Any(BrandName.IsUnseen)
            ? note
            : throw new ReviewException("bad-note", $"A note is words of {LongestNote} characters at most.");
    }

    private static HumanTag Find(VideoReviews before, long number) => before.Tags.FirstOrDefault(tag => tag.Number == number)
        ?? throw new ReviewException("no-such-tag", $"No tag {number} that a person added is there: it may have been withdrawn.");
}
