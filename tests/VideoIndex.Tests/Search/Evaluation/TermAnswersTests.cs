using VideoIndex.Looks;
using VideoIndex.Search.Conditions;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Tests.Search.Evaluation;

public sealed class TermAnswersTests
{
    private static readonly IndexedVideo Talk = A.Video("talk.mp4").Hearing(A.Heard("tiny", 1, "10 so we meet again", "loop! 15 again again again", "16 my fellow friends", "40 goal after goal", "60 far away"));

    [Fact]
    public void Plain_words_search_what_is_said_written_seen_and_named_and_nothing_else()
    {
        var film = Film.Of(
            "0-1 say x", "1-2 text x", "2-3 logo x", "3-4 object x", "4-5 tag x", "5-6 face x", "6-7 colour x", "7-8 motion x", "8-9 shot x", "9-10 scene x");

        Assert.Equal("0-1 x; 1-2 x; 2-3 x; 3-4 x; 4-5 x", film.Asked("x"));
        Assert.Equal("6-7 x", film.Asked("colour:x"));
    }

    [Fact]
    public void All_wordings_must_be_in_one_thing_and_each_in_one_text()
    {
        var film = Film.Of(A.Video("cup/a.mp4").Attribute("artist", "United").Attribute("title", "Cup night"), "0-1 say cup", "1-2 say night");

        Assert.Equal("0-600 a.mp4", film.Asked("united cup"));
        Assert.Equal("", film.Asked("\"united cup\""));
        Assert.Equal("", film.Asked("night semi"));
    }

    [Fact]
    public void Folders_are_searched_where_they_are_asked_for()
    {
        var film = Film.Of();

        Assert.Equal("", film.Asked("cup"));
        Assert.Equal("0-600 final.mp4", film.Asked("video:cup"));
        Assert.Equal("0-600 final.mp4", film.Asked("video:\"films cup\""));
        Assert.Equal("", film.Asked("video:\"cup final\""));
    }

    [Fact]
    public void A_shot_is_found_by_its_number_and_never_by_the_word_alone()
    {
        var film = Film.Of(A.Video("a.mp4").Shots("0", "15", "300").Scenes("0-600"));

        Assert.Equal("15-300 shot 2", film.Asked("shot:2"));
        Assert.Equal("15-300 shot 2", film.Asked("\"shot 2\""));
        Assert.Equal("0-600 scene 1", film.Asked("\"scene 1\""));
        Assert.Equal("", film.Asked("shot"));
        Assert.Equal("", film.Asked("shot 2"));
        Assert.Equal("0-15 shot 1; 15-300 shot 2; 300-600 shot 3", film.Asked("shot:*"));
    }

    [Fact]
    public void What_says_the_same_is_as_good_and_a_class_is_the_whole_label()
    {
        var film = Film.Of("0-1 object car", "1-2 object car wheel", "2-3 object taxi", "3-4 text taxi");
        var car = new Wording("car", [new WordPattern("car")]) { Labels = ["car"], Alternatives = [new Wording("taxi", [new WordPattern("taxi")])] };

        Assert.Equal("0-1 car; 2-3 taxi", film.Asked(new TermClause("object", [car], TermConditions.None)));
        Assert.Equal("0-1 car; 1-2 car wheel; 2-3 taxi; 3-4 taxi", film.Asked(new TermClause(null, [car with { Labels = [] }], TermConditions.None)));
    }

    [Fact]
    public void What_was_heard_answers_with_its_words_at_their_own_time()
    {
        Assert.Equal("12-13 meet", Film.Of(Talk).Asked("say:meet"));
        Assert.Equal("40-41 goal; 42-43 goal", Film.Of(Talk).Asked("say:goal"));
        Assert.Equal("11-14 we meet again", Film.Of(Talk).Asked("\"we meet again\""));
        Assert.Equal("16-19 my friends", Film.Of(Talk).Asked("say:friends say:my"));
    }

    [Fact]
    public void A_phrase_is_found_across_a_border_and_over_what_was_dropped_but_not_over_a_long_pause()
    {
        Assert.Equal("13-18 again my fellow", Film.Of(Talk).Asked("\"again my fellow\""));
        Assert.Equal("", Film.Of(Talk).Asked("\"goal far\""));
        Assert.Equal("", Film.Of(Talk).Asked("\"again again\""));
        Assert.Equal("", Film.Of(Talk).Asked("text:\"again my\""));
    }

    [Theory]
    [InlineData("count(car)>=2", "2-4 2..3")]
    [InlineData("count(car) = 3", "3-4 3..3")]
    [InlineData("count(car) < 1", "0-1 0..0; 7-600 0..0")]
    [InlineData("count(car) > 0 FOR >= 6s", "1-7 1..3")]
    [InlineData("count(car) > 0 FOR > 6s", "")]
    public void Counts_hold_from_the_frame_the_last_comes_to_the_frame_the_first_goes(string question, string expected) =>
        Assert.Equal(expected, Film.Of("1-4 object car", "2-4 object car", "3-7 object car").LookedFor("object").Asked(question));

    [Fact]
    public void That_nothing_is_there_is_known_only_where_somebody_looked_for_something_known()
    {
        var film = Film.Of("1-4 object car");

        Assert.Equal("1-4 1..1", film.Asked("count(car) < 2"));
        Assert.Equal("", film.Asked("count(car) < 1"));
        Assert.Equal("0-600 0..0", film.LookedFor("object").Asked("count(bus) < 1"));
        Assert.Equal("", film.LookedFor("object").Asked("count(unicorn) < 1"));
    }

    [Fact]
    public void Something_seen_is_where_a_look_saw_it_from_halfway_to_halfway()
    {
        var film = Film.Of("0-5 object car", "10-20 logo acme", "20-30 logo acme").Boxed("acme", 8000, 8000, 1000).But("car", thing => thing with
        {
            Box = new PictureBox(0, 0, 100, 100),
            Path = new TagPath([.. new[] { (1, 0, 1000), (2, 2000, 1000), (3, 4000, 2000), (4, 8000, 2000) }.Select(one => new PathPoint(A.Time($"{one.Item1}"), new PictureBox(one.Item2, 4000, one.Item3, one.Item3), 900))]),
        });

        Assert.Equal("0-5/2 car", film.Asked("object:car ZONE left"));
        Assert.Equal("7/2-5 car", film.Asked("object:car ZONE right AREA >= 4%"));
        Assert.Equal("", film.Asked("object:car ZONE left AREA > 2%"));
        Assert.Equal("10-20 acme; 20-30 acme", film.Asked("logo:acme ZONE bottom-right"));
        Assert.Equal("10-30 acme", film.Asked("logo:acme ZONE bottom-right FOR >= 20s"));
        Assert.Equal("", film.Asked("logo:acme ZONE left"));
        Assert.Equal("", Film.Of("0-5 object car").Asked("object:car AREA > 0%"));
    }

    [Fact]
    public void For_joins_things_that_say_the_same_and_all_that_a_detector_saw()
    {
        var film = Film.Of("1-4 text goal", "4-6 text goal", "6-9 text goals", "1-4 object car", "4-6 object bus");

        Assert.Equal("1-6 goal", film.Asked("text:goal FOR > 3s"));
        Assert.Equal("1-6 car", film.Asked("object:any FOR >= 5s"));
        Assert.Equal("6-9 goals", film.Asked("text:goal FOR <= 3s"));
    }

}
