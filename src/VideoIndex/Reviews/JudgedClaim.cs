using VideoIndex.Brands;
using VideoIndex.Videos;

namespace VideoIndex.Reviews;

/// <summary>A claim about a video, and what people say of it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Status">One of <see cref="Search.Language.ReviewStatus.All"/>.</param>
/// <param name="Verdicts">The verdicts that speak for it, the one that holds first.</param>
/// <param name="Tag">The tag, where a person added it; null for what was found.</param>
public sealed record JudgedClaim(VideoClaim Claim, string Status, IReadOnlyList<Verdict> Verdicts, HumanTag? Tag)
{
    /// <summary>Gets who said last what stands, and when; null where nobody said anything.</summary>
    public Stamp? Said => Verdicts is [var holds, ..] ? holds.Made : Tag?.Changed;

    /// <summary>Gets what was said beside it; empty for nothing.</summary>
    public string Note => Verdicts is [var holds, ..] ? holds.Note : Tag?.Note ?? "";

    /// <summary>Returns every claim about a video in order of start, then end: what was found and what people added.</summary>
    public static IReadOnlyList<JudgedClaim> In(VideoContents contents, VideoReviews reviews)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        var found = VideoClaim.In(contents).Select(claim => (Claim: claim, Tag: (HumanTag?)null));
        var all = found.Concat(reviews.Tags.Select(tag => (Claim: VideoClaim.Of(tag.Tag), Tag: (HumanTag?)tag))).ToList();
        var standing = new StandingVerdicts(reviews, all.Select(one => one.Claim.Id).ToHashSet());
        return
        [
            .. all.Select(one => new JudgedClaim(one.Claim, standing.StatusOf(one.Claim), standing.All(one.Claim), one.Tag))
                .OrderBy(one => one.Claim.Span.Start).ThenBy(one => one.Claim.Span.End),
        ];
    }
}
