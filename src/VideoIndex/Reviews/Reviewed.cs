using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Reviews;

/// <summary>Puts what people said beside what was found. Every engine asks here, so that all show the same.</summary>
public static class Reviewed
{
    /// <summary>Returns the things with what people said of them, and those that people added: first the video itself, then all in order of start, then end, numbered from 0.</summary>
    /// <param name="video">The video.</param>
    /// <param name="things">The things that were found, as <see cref="SearchableSpans.Of"/> gives them.</param>
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

        var all = things.Concat(reviews.Tags.Select(tag => ThingOf(tag.Tag))).ToList();
        var made = all.Select(thing => VideoClaim.Of(video, thing)).OfType<VideoClaim>().Select(claim => claim.Id).ToHashSet();
        var standing = new StandingVerdicts(reviews, made);
        return
        [
            .. all.Select(Judged).OrderBy(thing => thing.Field != "video").ThenBy(thing => thing.Span.Start).ThenBy(thing => thing.Span.End)
                .Select((thing, number) => thing with { Number = number }),
        ];

        SearchableSpan Judged(SearchableSpan thing) => thing.Joint is var (before, after)
            ? Joined(thing, Judged(before), Judged(after))
            : VideoClaim.Of(video, thing) is { } claim ? thing with { Status = standing.StatusOf(claim) } : thing;
    }

    private static SearchableSpan Joined(SearchableSpan thing, SearchableSpan before, SearchableSpan after) =>
        thing with { Joint = (before, after), Status = ReviewStatus.OfBoth(before.Status, after.Status) };

    private static SearchableSpan ThingOf(Tag tag) =>
        new(0, TagKinds.FieldOf(tag.Kind), tag.Span, [tag.Label], tag.Confidence, tag.Origin) { Kind = tag.Kind, Box = tag.Box };
}
