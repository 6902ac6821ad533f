using VideoIndex.Looks;
using VideoIndex.Search.Language;
using VideoIndex.Timing;

namespace VideoIndex.Reviews;

/// <summary>One thing a person does to the claims about a video.</summary>
public abstract record ReviewChange
{
    private ReviewChange()
    {
    }

    /// <summary>Says that a claim is right or wrong, in the place of what was said of it before.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Status"><see cref="ReviewStatus.Verified"/> or <see cref="ReviewStatus.Rejected"/>.</param>
    /// <param name="Note">What else there is to say; empty for nothing.</param>
    public sealed record Judge(VideoClaim Claim, string Status, string Note) : ReviewChange;

    /// <summary>Takes back what was said of a claim.</summary>
    /// <param name="Claim">The claim as it was when it was judged.</param>
    public sealed record Unjudge(VideoClaim Claim) : ReviewChange;

    /// <summary>Adds a tag.</summary>
    /// <param name="Tag">The tag.</param>
    public sealed record Add(TypedTag Tag) : ReviewChange;

    /// <summary>Puts another tag in the place of one a person added. Verdicts on the one before are not taken over.</summary>
    /// <param name="Number">Which: a <see cref="HumanTag.Number"/>.</param>
    /// <param name="Tag">The tag as it is to be.</param>
    public sealed record Correct(long Number, TypedTag Tag) : ReviewChange;

    /// <summary>Takes a tag back that a person added.</summary>
    /// <param name="Number">Which: a <see cref="HumanTag.Number"/>.</param>
    public sealed record Withdraw(long Number) : ReviewChange;
}

/// <summary>A tag as a person gives it.</summary>
/// <param name="Span">When it holds.</param>
/// <param name="Kind">Its kind, as typed.</param>
/// <param name="Label">Its label, as typed.</param>
/// <param name="Box">Where in the picture; null for what has no place there.</param>
/// <param name="Note">What else there is to say; empty for nothing.</param>
public sealed record TypedTag(MediaSpan Span, string Kind, string Label, PictureBox? Box, string Note);
