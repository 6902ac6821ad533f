using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Searching;

/// <content>What was heard: words have times of their own.</content>
public abstract partial class MomentIndexContract
{
    private static readonly IndexedVideo Heard = A.Video("talk.mp4")
        .Hearing(A.Heard("tiny", 1, "10 so we meet again", "loop! 15 again again again", "16 my fellow friends and goals", "40 goal after goal", "60 far away"))
        .Saying("100-104 we meet again in captions");

    [Fact]
    public async Task A_word_that_was_heard_is_found_at_its_own_time() =>
        Assert.Equal(["say [12,13) so we <meet> again"], await Find("say:meet", A.Video("a.mp4").Hearing(A.Heard("tiny", 1, "10 so we meet again"))));

    [Fact]
    public async Task A_phrase_that_was_heard_is_found_from_its_first_word_to_its_last() =>
        Assert.Equal(["say [11,14) so <we meet again>", "say [100,104) <we meet again> in captions"], await Find("\"we meet again\"", Heard));

    [Fact]
    public async Task A_word_said_twice_is_two_moments() =>
        Assert.Equal(["say [40,41) <goal> after <goal>", "say [42,43) <goal> after <goal>"], await Find("say:\"goal\"", Heard));

    [Fact]
    public async Task A_plain_word_is_found_with_other_endings() =>
        Assert.Equal(["say [20,21) my fellow friends and <goals>", "say [40,41) <goal> after <goal>", "say [42,43) <goal> after <goal>"], await Find("say:goal", Heard));

    [Fact]
    public async Task Words_asked_for_together_are_found_from_the_first_to_the_last() =>
        Assert.Equal(["say [16,20) <my> fellow friends and goals | my fellow friends <and> goals"], await Find("say:my say:and", Heard));

    [Fact]
    public async Task The_beginning_of_a_word_lands_on_the_word() =>
        Assert.Equal(["say [18,19) my fellow <friends> and goals"], await Find("say:frie*", Heard));

    [Fact]
    public async Task A_phrase_is_found_across_the_border_of_two_utterances_and_what_was_dropped_between_them() =>
        Assert.Equal(["say [13,18) so we meet <again my fellow> friends and goals"], await Find("\"again my fellow\"", Heard));

    [Fact]
    public async Task A_phrase_does_not_run_over_a_long_pause() => Assert.Equal([], await Find("\"goal far\"", Heard));

    [Fact]
    public async Task A_phrase_does_not_run_from_one_transcript_into_another() =>
        Assert.Equal([], await Find("\"again friends\"", A.Video("a.mp4").Hearing(A.Heard("tiny", 1, "10 we meet again")).Hearing(A.Heard("tiny", 2, "13 friends all"))));

    [Fact]
    public async Task Captions_are_cut_by_people_and_a_phrase_stays_in_one() =>
        Assert.Equal([], await Find("\"one two\"", A.Video("a.mp4").Saying("1-2 one", "2-3 two")));

    [Fact]
    public async Task What_was_dropped_is_not_found() => Assert.Equal([], await Find("\"again again\"", Heard));

    [Fact]
    public async Task A_library_in_which_all_was_dropped_has_no_spoken_words()
    {
        var answer = await Search("say:again", A.Video("b.mp4").Hearing(A.Heard("tiny", 1, "loop! 15 again again")));

        Assert.Empty(answer.Moments);
        Assert.Equal(["Nothing in this library has spoken words yet."], answer.Notes);
    }

    [Fact]
    public async Task What_was_heard_says_how_sure_its_author_is_and_marks_the_words_it_is_not_sure_of()
    {
        var moments = (await Search("say:meet", A.Video("a.mp4").Hearing(A.Heard("tiny", 2, "10 so we meet? again", "20 we meet")))).Moments;

        Assert.Equal(["so we \u0002(meet?)\u0003 again", "we \u0002meet\u0003"], moments.Select(moment => moment.Evidence.Single().Marked));
        Assert.Equal(["so we meet again", "we meet"], moments.Select(moment => moment.Text));
        Assert.Equal([new Confidence(0.25), new Confidence(0.75)], moments.Select(moment => moment.Confidence));
        Assert.Equal([" meet", " meet"], moments.Select(moment => moment.Words.Single().Text));
        Assert.Equal((2, "model", "tiny"), (moments[0].Track!.Value, moments[0].Origin.Kind, moments[0].Origin.Name));
    }

    [Fact]
    public async Task What_is_said_in_a_shot_is_said_there_by_the_word()
    {
        var video = A.Video("a.mp4").Hearing(A.Heard("tiny", 1, "10 so we meet again")).Shots("0", "12", "300");

        Assert.Equal(["say [12,13) so we <meet> again | shot <2>"], await Find("say:meet shot:2", video));
        Assert.Equal([], await Find("say:so shot:2", video));
    }

    [Fact]
    public async Task What_is_heard_anew_is_searched_at_once()
    {
        await Catalog.SaveAsync(A.Video("a.mp4").Hearing(A.Heard("tiny", 1, "10 so we meet again")), default);

        await Catalog.ReplaceTranscriptAsync(A.Id("a.mp4"), A.Heard("tiny", 1, "10 so we part again"), default);

        Assert.Equal([], await Find("say:meet"));
        Assert.Equal(["say [12,13) so we <part> again"], await Find("say:part"));
    }
}
