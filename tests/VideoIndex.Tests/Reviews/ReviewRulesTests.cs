using VideoIndex.Brands;
using VideoIndex.Looks;
using VideoIndex.Reviews;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Tests.Reviews;

public sealed class ReviewRulesTests
{
    private static readonly Video Video = A.Video("a").Contents.Video; // ten minutes
    private static readonly Stamp Ada = new(A.Day(3), "ada");
    private static readonly TypedTag Typed = new(A.Span("1-2"), "tag", "pit stop", null, "");

    [Fact]
    public void A_tag_is_a_persons_claim()
    {
        var entry = ReviewRules.Entry(Video, VideoReviews.None, new ReviewChange.Add(Typed with { Kind = " Chapter ", Label = " Pit stop ", Note = " wet " }), Ada)!;
        Assert.Equal(new ReviewEntry(0, ReviewAct.Added, new VideoClaim(Video.Id, A.Span("1-2"), "chapter", "Pit stop", new Origin("person", "ada")), null, Ada, "wet"), entry);
    }

    [Theory]
    [InlineData("0-600", null)]
    [InlineData("0-6001/10", "outside-video")]
    [InlineData("5-5", "empty-tag")]
    public void A_tag_lies_inside_its_video(string span, string? code) => Assert.Equal(code, Refused(Typed with { Span = A.Span(span) }));

    [Theory]
    [InlineData("goal", null)]
    [InlineData("weather-2", null)]
    [InlineData("", "bad-kind")]
    [InlineData("say", "bad-kind")]
    [InlineData("SHOT", "bad-kind")]
    [InlineData("two words", "bad-kind")]
    [InlineData("2", "bad-kind")]
    public void A_kind_is_one_word(string kind, string? code) => Assert.Equal(code, Refused(Typed with { Kind = kind }));

    [Fact]
    public void A_label_can_be_searched_for_and_a_note_can_be_read()
    {
        Assert.All(["", "  ", "!!", "a\u0007", new string('x', 501)], label => Assert.Equal("bad-label", Refused(Typed with { Label = label })));
        Assert.All(["a\u0007", new string('x', 2001)], note => Assert.Equal("bad-note", Refused(Typed with { Note = note })));
        Assert.Null(Refused(Typed with { Label = new string('x', 500), Note = new string('x', 2000) }));
    }

    [Fact]
    public void A_box_lies_inside_the_picture()
    {
        Assert.Null(Refused(Typed with { Box = new PictureBox(0, 0, 10_000, 10_000) }));
        Assert.All(
            [new PictureBox(1, 0, 10_000, 1), new(0, 1, 1, 10_000), new(-1, 0, 5, 5), new(0, 0, 0, 5), new PictureBox(int.MaxValue, 0, int.MaxValue, 5)],
            box => Assert.Equal("outside-picture", Refused(Typed with { Box = box })));
    }

    [Fact]
    public void What_is_said_already_is_not_said_twice()
    {
        var claim = new VideoClaim(Video.Id, A.Span("0-5"), "object", "car", new Origin("model", "yolo"));
        var judge = new ReviewChange.Judge(claim, ReviewStatus.Rejected, "a van");
        var reviews = VideoReviews.Of([ReviewRules.Entry(Video, VideoReviews.None, judge, Ada)!, ReviewRules.Entry(Video, VideoReviews.None, new ReviewChange.Add(Typed), Ada)! with { Number = 2 }]);

        Assert.Null(ReviewRules.Entry(Video, reviews, judge, Ada));
        Assert.NotNull(ReviewRules.Entry(Video, reviews, judge with { Note = "" }, Ada));
        Assert.NotNull(ReviewRules.Entry(Video, reviews, judge with { Status = ReviewStatus.Verified }, Ada));
        Assert.Null(ReviewRules.Entry(Video, VideoReviews.None, new ReviewChange.Unjudge(claim), Ada));
        Assert.Null(ReviewRules.Entry(Video, reviews, new ReviewChange.Add(Typed), Ada));
        Assert.NotNull(ReviewRules.Entry(Video, reviews, new ReviewChange.Add(Typed), Ada with { By = "bob" })); // somebody else says so, too
        Assert.Null(ReviewRules.Entry(Video, reviews, new ReviewChange.Correct(2, Typed), Ada with { By = "bob" }));
        Assert.NotNull(ReviewRules.Entry(Video, reviews, new ReviewChange.Correct(2, Typed with { Label = "rain" }), Ada));
    }

    [Fact]
    public void Only_a_tag_that_is_there_is_corrected_or_withdrawn_and_never_into_another_one()
    {
        var both = VideoReviews.Of([new ReviewEntry(1, ReviewAct.Added, Of("pit stop"), null, Ada, ""), new ReviewEntry(2, ReviewAct.Added, Of("rain"), null, Ada, "")]);
        Assert.Equal("no-such-tag", CodeOf(both, new ReviewChange.Withdraw(3)));
        Assert.Equal("no-such-tag", CodeOf(VideoReviews.None, new ReviewChange.Correct(1, Typed)));
        Assert.Equal("tag-exists", CodeOf(both, new ReviewChange.Correct(2, Typed)));
    }

    private static VideoClaim Of(string label) => new(Video.Id, A.Span("1-2"), "tag", label, new Origin("person", "ada"));

    private static string? Refused(TypedTag tag) => CodeOf(VideoReviews.None, new ReviewChange.Add(tag));

    private static string? CodeOf(VideoReviews before, ReviewChange change) =>
        (Record.Exception(() => ReviewRules.Entry(Video, before, change, Ada)) as ReviewException)?.Code;
}
