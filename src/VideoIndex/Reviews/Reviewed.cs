using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Reviews;

/// <summary>Puts what people said beside what was found. Every engine asks here, so that all show the same.</summary>
public static class Reviewed
{
    /// <summary>Returns the things with what people said of them, and those that people added, in order of start, then end, numbered from 0.</summary>
    /// <param name="video">The video.</param>
    /// <param name="things">The things that were found, in order of start, then end, each numbered with its place from 0.</param>
    /// <param name="reviews">What people said and added.</param>
    /// <remarks>The words across the border of two utterances are rejected where one of the two is, and verified where both are.</remarks>
    public static IReadOnlyList<SearchableSpan> Of(VideoId video, IReadOnlyList<SearchableSpan> things, VideoReviews reviews)
    {
        ArgumentNullException.ThrowIfNull(things);
        ArgumentNullException.ThrowIfNull(reviews);
        if (reviews.Verdicts is [] && reviews.Tags is [])
        {
            return things;
        }

        var added = reviews.Tags.Select(tag => ThingOf(tag.Tag)).ToList();
        var claims = things.Concat(added).Select(thing => (Thing: thing, Claim: VideoClaim.Of(video, thing))).ToList();
        var made = claims.Where(one => one.Claim is not null).Select(one => one.Claim!.Id).ToHashSet();
        var standing = new StandingVerdicts(reviews, made);
        var judged = claims.Select(one => one.Claim is { } claim ? one.Thing with { Status = standing.StatusOf(claim) } : one.Thing).ToList();
        var inOrder = judged.Index().OrderBy(one => one.Item.Span.Start).ThenBy(one => one.Item.Span.End).ThenBy(one => one.Index).ToList();
        var numbered = new SearchableSpan[judged.Count]; // by the place they had
        foreach (var (number, (place, thing)) in inOrder.Index())
        {
            numbered[place] = thing with { Number = number };
        }

        return [.. inOrder.Select(one => Joined(numbered[one.Index], numbered))];
    }

    private static SearchableSpan ThingOf(Tag tag) =>
        new(0, TagKinds.FieldOf(tag.Kind), tag.Span, [tag.Label], tag.Confidence, tag.Origin) { Kind = tag.Kind, Box = tag.Box };

    private static SearchableSpan Joined(SearchableSpan thing, SearchableSpan[] numbered)
    {
        if (thing.Joint is not var (first, second))
        {
            return thing;
        }

        var (before, after) = (numbered[first.Number], numbered[second.Number]);
        string[] both = [before.Status, after.Status];
        var status = both.Contains(ReviewStatus.Rejected) ? ReviewStatus.Rejected
            : both.All(one => one == ReviewStatus.Verified) ? ReviewStatus.Verified : ReviewStatus.Unreviewed;
        return thing with { Joint = (before, after), Status = status };
    }
}
