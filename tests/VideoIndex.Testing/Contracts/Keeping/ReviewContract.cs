using VideoIndex.Brands;
using VideoIndex.Events;
using VideoIndex.Looks;
using VideoIndex.Reviews;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Keeping;

/// <summary>What every store of verdicts and people's tags must do.</summary>
public abstract class ReviewContract
{
    /// <summary>The clock the store must go by.</summary>
    protected FakeTimeProvider Clock { get; } = new();

    protected abstract ICatalog Catalog { get; }

    protected abstract IReviewStore Reviews { get; }

    protected abstract IOutbox Outbox { get; }

    /// <summary>Returns what search finds of a video by its claims, in order of time: <c>chapter 0-9 Intro rejected</c>.</summary>
    protected abstract Task<IReadOnlyList<string>> FindableAsync(VideoId video);

    [Fact]
    public async Task A_verdict_and_a_tag_come_back_and_are_findable_at_once()
    {
        var id = await SaveAsync("0-9 Intro", "9-20 Match");
        var intro = (await ClaimsAsync(id))[0];

        var reviews = await ChangeAsync(id, new ReviewChange.Judge(intro, ReviewStatus.Rejected, "no intro"), new ReviewChange.Add(Typed("5-1001/30", "pit stop") with { Box = new PictureBox(1, 2, 3, 4), Note = "wet" }));

        Assert.Equal([new Verdict(intro, "rejected", new Stamp(Clock.GetUtcNow(), "ada"), "no intro")], reviews.Verdicts);
        var tag = Assert.Single(reviews.Tags);
        Assert.Equal(new Tag(id, A.Span("5-1001/30"), "tag", "pit stop", new Confidence(1), new Origin("person", "ada")) { Box = new PictureBox(1, 2, 3, 4) }, tag.Tag);
        Assert.Equal(("wet", new Stamp(Clock.GetUtcNow(), "ada")), (tag.Note, tag.Changed));
        Assert.Equal(Spelled.Out(reviews), Spelled.Out(await Reviews.ReadAsync(id, default)));
        Assert.Equal(["chapter 0-9 Intro rejected", "tag 5-1001/30 pit stop verified", "chapter 9-20 Match unreviewed"], await FindableAsync(id));
    }

    [Fact]
    public async Task What_was_heard_is_judged_like_everything_else()
    {
        await Catalog.SaveAsync(A.Video("a.mp4").Hearing(A.Heard("tiny", 1, "3 what a goal", "9 rain")), default);
        var said = (await ClaimsAsync(A.Id("a.mp4")))[0];

        await ChangeAsync(A.Id("a.mp4"), new ReviewChange.Judge(said, ReviewStatus.Verified, ""));

        Assert.Equal(["say 3-6 what a goal verified", "say 9-10 rain unreviewed"], await FindableAsync(A.Id("a.mp4")));
    }

    [Fact]
    public async Task A_verdict_outlives_a_new_analysis_that_claims_nearly_the_same()
    {
        var id = await SaveAsync("0-10 Intro");
        await ChangeAsync(id, new ReviewChange.Judge((await ClaimsAsync(id))[0], ReviewStatus.Rejected, ""), new ReviewChange.Add(Typed("1-2", "mine")));

        await SaveAsync("1-12 intro");
        Assert.Equal(["chapter 1-12 intro rejected", "tag 1-2 mine verified"], (await FindableAsync(id)).Order());
        await SaveAsync("9-20 Intro");
        Assert.Equal(["chapter 9-20 Intro unreviewed", "tag 1-2 mine verified"], (await FindableAsync(id)).Order());
        await SaveAsync("0-10 Intro");
        Assert.Equal(["chapter 0-10 Intro rejected", "tag 1-2 mine verified"], (await FindableAsync(id)).Order());
    }

    [Fact]
    public async Task Whatever_is_decided_or_heard_anew_keeps_what_people_said()
    {
        var id = await SaveAsync("0-10 Intro");
        await ChangeAsync(id, new ReviewChange.Judge((await ClaimsAsync(id))[0], ReviewStatus.Verified, ""), new ReviewChange.Add(Typed("1-2", "Acme") with { Kind = "logo" }), new ReviewChange.Add(Typed("1-3", "red") with { Kind = "colour" }));

        await Catalog.ReplaceLogosAsync(id, [.. A.Video("a.mp4").Tagged("logo", "0-5 Globex").Contents.Tags], default);
        await Catalog.ReplaceStructureAsync(id, new VideoStructure([], [], [], [.. A.Video("a.mp4").Tagged("colour", "0-4 blue").Contents.Tags]), default);
        await Catalog.ReplaceTranscriptAsync(id, A.Heard("tiny", 1, "3 rain"), default);

        Assert.Equal(
            ["chapter 0-10 Intro verified", "colour 0-4 blue unreviewed", "colour 1-3 red verified", "logo 0-5 Globex unreviewed", "logo 1-2 Acme verified", "say 3-4 rain unreviewed"],
            (await FindableAsync(id)).Order());
        Assert.DoesNotContain((await Catalog.ReadAsync(id, default))!.Tags, tag => tag.Origin.Kind == "person"); // found is what machines found
    }

    [Fact]
    public async Task A_tag_is_corrected_and_withdrawn_and_what_it_was_stays_in_the_history()
    {
        var id = await SaveAsync();
        var number = (await ChangeAsync(id, new ReviewChange.Add(Typed("1-2", "pit")))).Tags[0].Number;
        var first = await Reviews.ReadHistoryAsync(id, default);
        Clock.Advance(TimeSpan.FromHours(1));

        var corrected = await Reviews.ChangeAsync(id, [new ReviewChange.Correct(number, Typed("1-3", "pit stop"))], "bob", default);
        Assert.Equal((number, "pit stop", "bob", new Stamp(Clock.GetUtcNow(), "bob")), (corrected.Tags[0].Number, corrected.Tags[0].Tag.Label, corrected.Tags[0].Tag.Origin.Name, corrected.Tags[0].Changed));
        Assert.Equal(["tag 1-3 pit stop verified"], await FindableAsync(id));
        var withdrawn = await ChangeAsync(id, new ReviewChange.Withdraw(number));

        Assert.Empty(withdrawn.Tags);
        Assert.Empty(await FindableAsync(id));
        var history = await Reviews.ReadHistoryAsync(id, default);
        Assert.Equal(first, history.Take(1));
        Assert.Equal(["Added ada 1-2 pit", "Corrected bob 1-3 pit stop", "Withdrawn ada 1-3 pit stop"], history.Select(entry => $"{entry.What} {entry.Made.By} {Written(entry.Claim.Span)} {entry.Claim.Label}"));
        Assert.Equal("no-such-tag", await RefusedAsync(id, new ReviewChange.Correct(number, Typed("1-2", "x"))));
    }

    [Fact]
    public async Task Of_changes_together_all_are_made_or_none()
    {
        var id = await SaveAsync("0-9 Intro");

        Assert.Equal("outside-video", await RefusedAsync(id, new ReviewChange.Judge((await ClaimsAsync(id))[0], ReviewStatus.Rejected, ""), new ReviewChange.Add(Typed("1-601", "late"))));

        Assert.Empty(await Reviews.ReadHistoryAsync(id, default));
        Assert.Equal(["chapter 0-9 Intro unreviewed"], await FindableAsync(id));
    }

    [Fact]
    public async Task One_event_tells_of_changes_together_and_none_of_what_changes_nothing()
    {
        var id = await SaveAsync("0-9 Intro");
        var intro = (await ClaimsAsync(id))[0];
        var before = (await Outbox.ReadAsync(0, 100, default))[^1].Sequence;

        await ChangeAsync(id, new ReviewChange.Judge(intro, ReviewStatus.Rejected, ""), new ReviewChange.Add(Typed("1-2", "pit")));
        await ChangeAsync(id, new ReviewChange.Judge(intro, ReviewStatus.Rejected, ""), new ReviewChange.Add(Typed("1-2", "pit")));

        Assert.Equal([$"videoindex.video.reviewed {id}"], (await Outbox.ReadAsync(before, 100, default)).Select(told => $"{told.Type} {told.Subject}"));
    }

    [Fact]
    public async Task What_people_said_of_a_video_goes_with_it()
    {
        var id = await SaveAsync("0-9 Intro");
        await ChangeAsync(id, new ReviewChange.Judge((await ClaimsAsync(id))[0], ReviewStatus.Rejected, ""), new ReviewChange.Add(Typed("1-2", "pit")));

        await Catalog.RemoveAsync(id, default);

        Assert.Empty(await Reviews.ReadHistoryAsync(id, default));
        Assert.Equal("no-such-video", await RefusedAsync(id, new ReviewChange.Add(Typed("1-2", "pit"))));
        await SaveAsync("0-9 Intro");
        Assert.Equal(["chapter 0-9 Intro unreviewed"], await FindableAsync(id));
    }

    /// <summary>Writes a span as <see cref="A.Span"/> reads it.</summary>
    protected static string Written(MediaSpan span) => $"{span.Start.Seconds}-{span.End.Seconds}";

    protected Task<VideoReviews> ChangeAsync(VideoId id, params ReviewChange[] changes) => Reviews.ChangeAsync(id, changes, "ada", default);

    private static TypedTag Typed(string span, string label) => new(A.Span(span), "tag", label, null, "");

    private async Task<VideoId> SaveAsync(params string[] chapters)
    {
        await Catalog.SaveAsync(A.Video("a.mp4").Tagged("chapter", chapters), default);
        return A.Id("a.mp4");
    }

    private async Task<IReadOnlyList<VideoClaim>> ClaimsAsync(VideoId id) => VideoClaim.In((await Catalog.ReadAsync(id, default))!);

    private async Task<string?> RefusedAsync(VideoId id, params ReviewChange[] changes) => (await Record.ExceptionAsync(() => ChangeAsync(id, changes)) as ReviewException)?.Code;
}
