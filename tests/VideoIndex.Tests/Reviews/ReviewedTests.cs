using VideoIndex.Brands;
using VideoIndex.Looks;
using VideoIndex.Reviews;
using VideoIndex.Search.Evaluation;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Tests.Reviews;

/// <summary>What people said stands beside what was found: what was judged, what is like it, what they added.</summary>
public sealed class ReviewedTests
{
    private static readonly Origin Model = new("model", "yolo", "1");
    private static readonly Stamp Ada = new(A.Day(3), "ada");

    [Fact]
    public void A_verdict_is_of_the_claim_it_was_given_on_and_of_no_other_while_that_is_made()
    {
        var (one, beside) = (Car("0-10", 0), Car("0-10", 400)); // two cars, partly behind each other
        var seen = Of([one, beside], Rejects(one));
        Assert.Equal(["rejected", "unreviewed"], seen.Select(thing => thing.Status));
    }

    [Fact]
    public void A_verdict_holds_for_what_is_claimed_a_little_differently_when_analysed_anew()
    {
        var before = Car("0-10", 0);
        Assert.Equal(["rejected"], Of([Car("1-12", 100) with { Origin = Model with { Version = "2" } }], Rejects(before)).Select(thing => thing.Status));
        Assert.Equal(["unreviewed"], Of([Car("8-20", 100)], Rejects(before)).Select(thing => thing.Status));
        Assert.Equal(["unreviewed"], Of([Car("0-10", 5000)], Rejects(before)).Select(thing => thing.Status));
    }

    [Fact]
    public void What_was_one_and_is_two_now_is_judged_as_one_was() =>
        Assert.Equal(["rejected", "rejected"], Of([Car("0-4", 0), Car("6-10", 0)], Rejects(Car("0-10", 0))).Select(thing => thing.Status));

    [Fact]
    public void Of_several_verdicts_alike_the_latest_holds_and_the_very_one_before_all()
    {
        var (old, older) = (Car("0-10", 0), Car("0-11", 0));
        var now = Car("0-12", 0);
        Assert.Equal("verified", Of([now], Rejects(older), Verifies(old))[0].Status);
        Assert.Equal("rejected", Of([now], Rejects(now), Verifies(old))[0].Status);
    }

    [Fact]
    public void What_a_person_added_is_found_beside_the_rest_and_is_verified()
    {
        var things = Of([Car("0-10", 0), Car("5-8", 0)], new ReviewEntry(1, ReviewAct.Added, new VideoClaim(A.Id("a"), A.Span("5-6"), "chapter", "Pit stop", new Origin("person", "ada")), null, Ada, ""));

        Assert.Equal([0, 1, 2], things.Select(thing => thing.Number));
        Assert.Equal(["car", "Pit stop", "car"], things.Select(thing => thing.Texts[0]));
        Assert.Equal(("tag", "chapter", "verified", 1.0, "person"), (things[1].Field, things[1].Kind, things[1].Status, things[1].Confidence.Value, things[1].Origin.Kind));
    }

    [Fact]
    public void What_a_machine_got_wrong_says_nothing_of_what_a_person_added()
    {
        var machine = Car("0-10", 0);
        var human = new VideoClaim(A.Id("a"), A.Span("0-10"), "object", "car", new Origin("person", "ada"), new PictureBox(0, 0, 1000, 1000));
        ReviewEntry added = new(1, ReviewAct.Added, human, null, Ada, "");

        Assert.Equal(["rejected", "verified"], Of([machine], added, Rejects(machine)).Select(thing => thing.Status));
        Assert.Equal(["verified"], Of([], added, Rejects(machine)).Select(thing => thing.Status));
        Assert.Equal(["unreviewed", "rejected"], Of([machine], added, new ReviewEntry(2, ReviewAct.Rejected, human, null, Ada, "")).Select(thing => thing.Status));
    }

    [Fact]
    public void The_words_across_two_utterances_are_as_wrong_as_either_and_right_as_both()
    {
        var (first, second) = (Said(0, "0-2", "what a"), Said(2, "2-4", "goal"));
        var joint = Said(1, "0-4", "what a goal") with { Joint = (first, second) };
        SearchableSpan[] things = [first, joint, second];

        Assert.Equal(["rejected", "rejected", "unreviewed"], Of(things, Rejects(first)).Select(thing => thing.Status));
        Assert.Equal(["unreviewed", "unreviewed", "verified"], Of(things, Verifies(second)).Select(thing => thing.Status));
        var both = Of(things, Verifies(first), Verifies(second));
        Assert.Equal(["verified", "verified", "verified"], both.Select(thing => thing.Status));
        Assert.Equal(("verified", "what a", "verified", "goal"), (both[1].Joint!.Value.Before.Status, both[1].Joint!.Value.Before.Texts[0], both[1].Joint!.Value.After.Status, both[1].Joint!.Value.After.Texts[0]));
    }

    [Fact]
    public void Of_a_whole_video_only_what_is_claimed_is_judged_and_the_video_comes_first()
    {
        var video = A.Video("a").Hearing(A.Heard("tiny", 1, "1 what a", "3 goal")).Tagged("chapter", "0-9 Intro").Scenes("0-600").Shots("0", "5").Contents;
        var reviews = VideoReviews.Of([.. VideoClaim.In(video).Select((claim, at) => new ReviewEntry(at + 1, ReviewAct.Rejected, claim, null, Ada, ""))]);
        var (before, after) = (SearchableSpans.Of(video), Reviewed.Of(video.Video.Id, SearchableSpans.Of(video), reviews));

        Assert.Equal(before.Select(thing => (thing.Number, thing.Field, thing.Span, thing.Texts[0])), after.Select(thing => (thing.Number, thing.Field, thing.Span, thing.Texts[0])));
        Assert.All(after, thing => Assert.Equal(thing.Field is "say" or "tag" ? "rejected" : "unreviewed", thing.Status));
        Assert.Equal(4, after.Count(thing => thing.Status == "rejected")); // two utterances, the words across their border, a chapter
    }

    [Fact]
    public void Where_nobody_said_anything_nothing_is_touched()
    {
        SearchableSpan[] things = [Car("0-10", 0)];
        Assert.Same(things, Reviewed.Of(A.Id("a"), things, VideoReviews.None));
    }

    [Fact]
    public void Lines_come_to_what_was_said_last()
    {
        var car = VideoClaim.Of(A.Id("a"), Car("0-10", 0))!;
        ReviewEntry Line(long number, ReviewAct what, VideoClaim claim, long? tag = null) => new(number, what, claim, tag, Ada, $"note {number}");
        var added = new VideoClaim(A.Id("a"), A.Span("1-2"), "tag", "pit", new Origin("person", "ada"));
        var reviews = VideoReviews.Of(
        [
            Line(1, ReviewAct.Verified, car), Line(2, ReviewAct.Added, added), Line(3, ReviewAct.Rejected, car), Line(4, ReviewAct.Corrected, added with { Label = "pit stop" }, 2),
            Line(5, ReviewAct.Added, added with { Label = "rain" }), Line(6, ReviewAct.Withdrawn, added with { Label = "rain" }, 5), Line(7, ReviewAct.Verified, added), Line(8, ReviewAct.Unjudged, added),
        ]);

        Assert.Equal([("rejected", "note 3")], reviews.Verdicts.Select(verdict => (verdict.Status, verdict.Note)));
        Assert.Equal([(2L, "pit stop", "note 4")], reviews.Tags.Select(tag => (tag.Number, tag.Tag.Label, tag.Note)));
    }

    private static ReviewEntry Rejects(SearchableSpan thing) => new(1, ReviewAct.Rejected, VideoClaim.Of(A.Id("a"), thing)!, null, Ada, "");

    private static ReviewEntry Verifies(SearchableSpan thing) => Rejects(thing) with { What = ReviewAct.Verified };

    private static IReadOnlyList<SearchableSpan> Of(IReadOnlyList<SearchableSpan> things, params ReviewEntry[] entries) =>
        Reviewed.Of(A.Id("a"), [.. things.Index().Select(thing => thing.Item with { Number = thing.Index })], VideoReviews.Of(entries));

    private static SearchableSpan Car(string span, int left) =>
        new(0, "object", A.Span(span), ["car"], new Confidence(0.5), Model) { Kind = "object", Box = new PictureBox(left, 0, 1000, 1000) };

    private static SearchableSpan Said(long number, string span, string text) => new(number, "say", A.Span(span), [text], new Confidence(0.5), Model);
}
