using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Searching;

/// <summary>What every moment index must do. An engine's tests derive from it and supply the engine.</summary>
public abstract partial class MomentIndexContract
{
    private protected static readonly IndexedVideo Final = A.Video("cup/final.mp4")
        .Attribute("title", "Cup night")
        .Saying("10-12 What a goal", "20-24 goal number two, goal!", "310-312 the goal that decides", "400-401 full time")
        .Tagged("chapter", "0-300 First half", "300-600 Second half")
        .Shots("0", "15", "300");

    protected abstract ICatalog Catalog { get; }

    protected abstract IMomentIndex Moments { get; }

    [Fact]
    public async Task A_word_finds_the_moments_it_is_said_in_order_of_time() =>
        Assert.Equal(
            ["say [10,12) What a <goal>", "say [20,24) <goal> number two, <goal>!", "say [310,312) the <goal> that decides"],
            await Find("goal", Final));

    [Fact]
    public async Task All_plain_words_must_be_in_the_same_utterance() =>
        Assert.Equal(["say [310,312) the <goal> that decides | the goal that <decides>"], await Find("goal decides", Final));

    [Fact]
    public async Task A_phrase_keeps_its_order()
    {
        Assert.Equal(["say [10,12) <What a goal>"], await Find("\"what a goal\"", Final));
        Assert.Equal([], await Find("\"goal a what\"", Final));
    }

    [Fact]
    public async Task A_prefix_finds_longer_words() =>
        Assert.Equal(["say [310,312) the goal that <decides>"], await Find("deci*", Final));

    [Fact]
    public async Task A_field_looks_nowhere_else()
    {
        Assert.Equal(["tag [0,300) <First half>"], await Find("tag:\"first half\"", Final));
        Assert.Equal([], await Find("say:half", Final));
    }

    [Fact]
    public async Task What_is_said_in_a_chapter_is_found_with_both_as_evidence() =>
        Assert.Equal(
            ["say [310,312) the <goal> that decides | <Second half>"], await Find("say:goal tag:\"second half\"", Final));

    [Fact]
    public async Task The_first_term_decides_what_is_returned() =>
        Assert.Equal(
            ["tag [0,300) <First> half | What a <goal> | <goal> number two, <goal>!"], await Find("tag:first say:goal", Final));

    [Fact]
    public async Task Spans_that_only_touch_do_not_hold_together() =>
        Assert.Equal([], await Find("say:before tag:second", Final.Saying("299-300 just before")));

    [Fact]
    public async Task Video_filters_by_name_folder_and_what_the_container_says()
    {
        var other = A.Video("training.mp4").Saying("1-2 goal practice");

        Assert.Equal(["say [1,2) <goal> practice | <training>.mp4"], await Find("goal video:training", Final, other));
        Assert.Equal(3, (await Find("goal video:cup video:night", Final, other)).Count);
        Assert.Equal([], await Find("goal video:semi", Final, other));
    }

    [Fact]
    public async Task Video_alone_returns_the_whole_video() =>
        Assert.Equal(["video [0,600) <final>.mp4"], await Find("video:final", Final));

    [Fact]
    public async Task Plain_words_find_a_title_but_not_a_folder()
    {
        Assert.Equal(["video [0,600) Cup <night>"], await Find("night", Final));
        Assert.Equal([], await Find("films", Final));
    }

    [Fact]
    public async Task A_shot_is_found_by_its_number()
    {
        Assert.Equal(["shot [15,300) shot <2>"], await Find("shot:2", Final));
        Assert.Equal(["shot [15,300) <shot 2>"], await Find("\"shot 2\"", Final));
        Assert.Equal(3, (await Find("shot:shot", Final)).Count);
        Assert.Equal([], await Find("shot", Final));
    }

    [Fact]
    public async Task What_is_said_in_a_shot_is_found_with_both() =>
        Assert.Equal(["say [20,24) <goal> number two, <goal>! | shot <2>"], await Find("goal shot:2", Final));

    [Fact]
    public async Task A_moment_carries_the_keyframe_of_the_shot_it_starts_in()
    {
        var answer = await Search("say:goal", Final);

        Assert.Equal(["keyframes/1.jpg", "keyframes/2.jpg", "keyframes/3.jpg"], answer.Moments.Select(moment => moment.Keyframe));
    }

    [Fact]
    public async Task A_limit_counts_moments() => Assert.Equal(2, (await Search("say:goal", 2, Final)).Moments.Count);

    [Fact]
    public async Task Moments_of_a_video_stay_together_whatever_their_rank()
    {
        var videos = Enumerable.Range(0, 5).Select(
            at => A.Video($"{at}.mp4").Saying("5-6 a goal among very many other words", "1-2 goal", $"{at}-9 goal goal goal"));

        var answer = await Search("goal", [.. videos]);

        var order = answer.Moments.Select(moment => moment.Video.Path).ToList();
        Assert.Equal(15, order.Count);
        Assert.Equal(5, order.Where((path, at) => at == 0 || path != order[at - 1]).Count());
        Assert.All(
            answer.Moments.GroupBy(moment => moment.Video.Id),
            video => Assert.Equal(video.OrderBy(moment => moment.Span.Start), video));
    }

    [Fact]
    public async Task Asking_for_evidence_nothing_has_is_said_plainly()
    {
        Assert.Equal(["Nothing in this library has on-screen text yet."], (await Search("text:goal", Final)).Notes);
        Assert.Equal([], (await Search("say:penalty", Final)).Notes);
    }

    [Fact]
    public async Task On_screen_text_has_a_field_of_its_own()
    {
        var video = Final.Tagged("text", "0-5 LIVE");

        Assert.Equal(["text [0,5) <LIVE>"], await Find("text:live", video));
        Assert.Equal([], await Find("tag:live", video));
    }

    [Fact]
    public async Task Shots_decided_again_are_searched_at_once()
    {
        await Catalog.SaveAsync(Final, default);

        await Catalog.ReplaceStructureAsync(Final.Contents.Video.Id, A.Structure(Final.Shots("0", "100").Contents.Shots), default);

        Assert.Equal(["shot [100,600) shot <2>"], await Find("shot:2"));
    }

    [Fact]
    public async Task A_video_saved_again_is_found_by_its_new_words_alone()
    {
        Assert.NotEmpty(await Find("goal", Final));

        var second = A.Video("cup/final.mp4").Saying("1-2 penalty");

        Assert.Equal([], await Find("goal", second));
        Assert.Single(await Find("penalty", second));
    }

    [Fact]
    public async Task A_removed_video_is_not_found()
    {
        await Catalog.SaveAsync(Final, default);
        await Catalog.RemoveAsync(Final.Contents.Video.Id, default);

        Assert.Equal([], await Find("goal"));
    }

    [Fact]
    public async Task Evidence_names_the_term_as_it_was_typed()
    {
        var answer = await Search("SAY:\"The Goal\" tag:secon*", Final);

        Assert.Equal(
            ["SAY:\"The Goal\" say", "tag:secon* tag"],
            answer.Moments.Single().Evidence.Select(evidence => $"{evidence.Term} {evidence.Field}"));
    }

    [Fact]
    public async Task A_moment_says_whose_words_it_found()
    {
        var moment = (await Search("\"cup night\"", Final)).Moments.Single();
        var said = (await Search("decides")).Moments.Single();

        Assert.Equal(("Cup night", "container title"), (moment.Text, $"{moment.Origin.Kind} {moment.Origin.Name}"));
        Assert.Equal(("the goal that decides", "en", "captions"), (said.Text, said.Language, said.Origin.Kind));
    }

    [Fact]
    public async Task A_phrase_does_not_run_from_one_title_into_the_next()
    {
        var video = A.Video("a.mp4").Attribute("artist", "United").Attribute("title", "Cup night");

        Assert.Equal([], await Find("\"united cup\"", video));
        Assert.Single(await Find("united cup", video));
    }

    [Fact]
    public async Task A_cancelled_search_is_not_answered()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Moments.SearchAsync(new SearchRequest(QuestionParser.Parse("goal", QuestionContext.Plain)) { Limit = 10 }, cancelled.Token));
    }

    private protected Task<SearchAnswer> Search(string query, params IndexedVideo[] videos) => Search(query, 100, videos);

    private protected async Task<SearchAnswer> Search(string query, int limit, params IndexedVideo[] videos)
    {
        foreach (var video in videos)
        {
            await Catalog.SaveAsync(video, default);
        }

        return await Moments.SearchAsync(new SearchRequest(QuestionParser.Parse(query, QuestionContext.Plain)) { Limit = limit }, default);
    }

    private protected async Task<IReadOnlyList<string>> Find(string query, params IndexedVideo[] videos) =>
        [.. (await Search(query, videos)).Moments.Select(Describe)];

    private static string Describe(Moment moment) =>
        $"{moment.Kind} [{moment.Span.Start.Seconds},{moment.Span.End.Seconds}) "
        + string.Join(" | ", moment.Evidence.Select(evidence => evidence.Marked.Replace(Marking.Open, '<').Replace(Marking.Close, '>')));
}
