using VideoIndex.Looks;
using VideoIndex.Reviews;
using VideoIndex.Search.Evaluation;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Tests.Reviews;

public sealed class VideoClaimTests
{
    private static readonly Origin Model = new("model", "yolo", "1");
    private static readonly PictureBox Left = new(0, 0, 1000, 1000);

    [Fact]
    public void A_claim_of_a_tag_is_named_like_the_tag()
    {
        var tag = new Tag(A.Id("a"), A.Span("1-1001/30"), "object", "car", new Confidence(0.5), Model) { Box = Left, Language = "eng", How = "seen", Angle = 30 };
        Assert.Equal(tag.Id, VideoClaim.Of(tag).Id);
        Assert.NotEqual(tag.Id, (VideoClaim.Of(tag) with { Box = null }).Id);
    }

    [Fact]
    public void A_thing_makes_the_claim_it_was_made_from()
    {
        var tag = new Tag(A.Id("a"), A.Span("1-2"), "chapter", "Intro", new Confidence(1), Model);
        var thing = new SearchableSpan(7, "tag", tag.Span, [tag.Label], tag.Confidence, tag.Origin) { Kind = "chapter" };
        Assert.Equal(tag.Id, VideoClaim.Of(A.Id("a"), thing)!.Id);
        Assert.Equal("say", VideoClaim.Of(A.Id("a"), thing with { Field = "say", Kind = null })!.Kind);
        Assert.All(["shot", "scene", "video"], field => Assert.Null(VideoClaim.Of(A.Id("a"), thing with { Field = field })));
        Assert.Null(VideoClaim.Of(A.Id("a"), thing with { Joint = (thing, thing) }));
    }

    [Theory]
    [InlineData("0-10", "0-10", true)]
    [InlineData("0-10", "5-15", false)] // half is not more than half
    [InlineData("0-10", "4999999/1000000-15", true)]
    [InlineData("0-10", "9-11", false)]
    [InlineData("0-100", "99-103", false)]
    [InlineData("0-100", "97-102", true)] // 3 of the 5
    [InlineData("0-10", "10-20", false)]
    [InlineData("0-10", "4-4", false)]
    public void Times_are_alike_when_they_overlap_by_more_than_half_of_the_shorter(string one, string other, bool alike)
    {
        Assert.Equal(alike, Of(one).IsLike(Of(other)));
        Assert.Equal(alike, Of(other).IsLike(Of(one)));
    }

    [Fact]
    public void Kind_words_and_place_must_be_alike_and_the_author_does_not_matter()
    {
        var claim = Of("0-10") with { Box = Left };
        Assert.True(claim.IsLike(claim with { Label = "Cár!", Origin = new Origin("service", "cloud", "9") }));
        Assert.True(claim.IsLike(claim with { Box = null }));
        Assert.True(claim.IsLike(claim with { Box = new PictureBox(499, 0, 1000, 1000) }));
        Assert.False(claim.IsLike(claim with { Box = new PictureBox(500, 0, 1000, 1000) }));
        Assert.False(claim.IsLike(claim with { Kind = "text" }));
        Assert.False(claim.IsLike(claim with { Label = "cars" }));
        Assert.False(claim.IsLike(claim with { Origin = new Origin("person", "ada") }));
        Assert.False((claim with { Origin = new Origin("person", "ada") }).IsLike(claim));
    }

    [Fact]
    public void All_that_machines_claim_is_there_in_order_of_time_and_nothing_that_was_dropped()
    {
        var video = A.Video("a.mp4").Hearing(A.Heard("tiny", 1, "3 what", "loop! 5 so so")).Tagged("chapter", "0-9 Intro", "0-4 Intro", "0-4 Intro").Shots("0", "5");
        Assert.Equal(["chapter 0 4 Intro", "chapter 0 9 Intro", "say 3 4 what"], VideoClaim.In(video.Contents).Select(claim => $"{claim.Kind} {claim.Span.Start.Seconds} {claim.Span.End.Seconds} {claim.Label.Trim()}"));
    }

    private static VideoClaim Of(string span) => new(A.Id("a"), A.Span(span), "object", "car", Model);
}
