using VideoIndex.Metadata;
using VideoIndex.Search.Language;
using VideoIndex.Tags;

namespace VideoIndex.Reviews;

/// <summary>Which verdicts hold for which claims, beside all the claims that are made of a video now.</summary>
public sealed class StandingVerdicts
{
    private readonly Dictionary<TagId, Verdict> _exact;
    private readonly ILookup<(string Kind, string Label), Verdict> _orphans;
    private readonly HashSet<TagId> _added;

    /// <summary>Sorts the verdicts.</summary>
    /// <param name="reviews">What people said and added.</param>
    /// <param name="made">The ids of all claims that are made of the video now.</param>
    public StandingVerdicts(VideoReviews reviews, IReadOnlySet<TagId> made)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        ArgumentNullException.ThrowIfNull(made);
        _exact = reviews.Verdicts.ToDictionary(verdict => verdict.Claim.Id);
        _orphans = reviews.Verdicts.Where(verdict => !made.Contains(verdict.Claim.Id)).Reverse().ToLookup(verdict => KeyOf(verdict.Claim));
        _added = [.. reviews.Tags.Select(tag => tag.Tag.Id)];
    }

    /// <summary>
    /// Returns the verdicts that speak for a claim, the one that holds first: the verdict on this very claim, then those on claims like it
    /// (<see cref="VideoClaim.IsLike"/>) that nobody makes any more, the latest first. A verdict whose own claim is still made speaks for no other: of two cars side by side, one
    /// may be wrong.
    /// </summary>
    public IReadOnlyList<Verdict> All(VideoClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var own = _exact.GetValueOrDefault(claim.Id);
        return [.. own is null ? (Verdict[])[] : [own], .. _orphans[KeyOf(claim)].Where(verdict => verdict != own && verdict.Claim.IsLike(claim))];
    }

    /// <summary>Returns the verdict that holds for a claim; null for none.</summary>
    public Verdict? On(VideoClaim claim) => All(claim) is [var first, ..] ? first : null;

    /// <summary>Returns what people say of a claim: one of <see cref="ReviewStatus.All"/>. What a person added is verified until somebody says otherwise.</summary>
    public string StatusOf(VideoClaim claim) => On(claim)?.Status ?? (_added.Contains(claim.Id) ? ReviewStatus.Verified : ReviewStatus.Unreviewed);

    private static (string Kind, string Label) KeyOf(VideoClaim claim) => (claim.Kind, FieldText.Folded(claim.Label));
}
