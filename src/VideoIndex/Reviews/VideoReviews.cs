using VideoIndex.Search.Language;
using VideoIndex.Tags;

namespace VideoIndex.Reviews;

/// <summary>What people said of the claims about a video, and what they added, as it stands now.</summary>
/// <param name="Verdicts">The verdicts, at most one of each claim, in the order they were given.</param>
/// <param name="Tags">The tags people added, in the order they were added.</param>
public sealed record VideoReviews(IReadOnlyList<Verdict> Verdicts, IReadOnlyList<HumanTag> Tags)
{
    /// <summary>Gets what there is where nobody has said anything.</summary>
    public static VideoReviews None { get; } = new([], []);

    /// <summary>Returns what lines come to.</summary>
    /// <param name="entries">All lines of one video, in order of their numbers.</param>
    public static VideoReviews Of(IEnumerable<ReviewEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var verdicts = new OrderedDictionary<TagId, Verdict>();
        var tags = new OrderedDictionary<long, HumanTag>();
        foreach (var entry in entries)
        {
            var id = entry.Claim.Id;
            switch (entry.What)
            {
                case ReviewAct.Verified or ReviewAct.Rejected:
                    verdicts.Remove(id);
                    verdicts.Add(id, new Verdict(entry.Claim, entry.What == ReviewAct.Verified ? ReviewStatus.Verified : ReviewStatus.Rejected, entry.Made, entry.Note));
                    break;
                case ReviewAct.Unjudged:
                    verdicts.Remove(id);
                    break;
                case ReviewAct.Withdrawn:
                    tags.Remove(entry.Tag!.Value);
                    break;
                default:
                    var number = entry.Tag ?? entry.Number;
                    tags[number] = new HumanTag(number, TagOf(entry.Claim), entry.Made, entry.Note);
                    break;
            }
        }

        return new VideoReviews([.. verdicts.Values], [.. tags.Values]);
    }

    private static Tag TagOf(VideoClaim claim) => new(claim.Video, claim.Span, claim.Kind, claim.Label, new Confidence(1), claim.Origin) { Box = claim.Box };
}
