namespace VideoIndex.Tests.Search.Evaluation;

public sealed class TimeRelationTests
{
    [Theory]
    [InlineData("5-7", "10-12 a + b 5-7")] // 3 s before it
    [InlineData("0-5", "10-12 a + b 0-5")] // exactly 5 s before it
    [InlineData("0-14999/3000", "")] // 1/3000 s more
    [InlineData("17-20", "10-12 a + b 17-20")] // exactly 5 s after it
    [InlineData("510001/30000-20", "")]
    [InlineData("0-10", "10-12 a + b 0-10")] // touching
    [InlineData("11-11", "10-12 a + b 11-11")] // inside, without length
    [InlineData("0-600", "10-12 a + b 0-600")]
    public void Within_five_seconds_takes_what_is_exactly_five_seconds_away(string b, string expected) =>
        Assert.Equal(expected, Film.Of("10-12 say a", $"{b} text b").Asked("say:a WITHIN 5s OF text:b"));

    [Fact]
    public void Within_counts_fractions_of_a_second_as_they_are()
    {
        // 150 frames at 30000/1001 are 5.005 s.
        var film = Film.Of("0-1001/30000 say a", "30030/6000-6 text b", "151151/30000-6 logo b");

        Assert.Equal("0-1001/30000 a + b 1001/200-6", film.Asked("say:a WITHIN 5s OF text:b"));
        Assert.Equal("", film.Asked("say:a WITHIN 4.971s OF text:b"));
        Assert.Equal("", film.Asked("say:a WITHIN 5s OF logo:b"));
    }

    [Fact]
    public void Within_gives_all_that_is_near_and_shows_the_left_side() =>
        Assert.Equal("10-12 a + b 8-9 + b 12-13 + b 14-15", Film.Of("8-9 text b", "10-12 say a", "12-13 text b", "14-15 text b", "20-21 text b").Asked("say:a WITHIN 2s OF text:b"));

    [Fact]
    public void Within_a_distance_longer_than_any_video_is_answered() =>
        Assert.Equal("1/999983-1 a + b 2-3", Film.Of("1/999983-1 say a", "2-3 text b").Asked("say:a WITHIN 999999999.999999h OF text:b"));

    [Theory]
    [InlineData("say:a THEN text:b", "0-14 a 0-2 + b 12-14")]
    [InlineData("say:a THEN text:b WITHIN 10s", "0-14 a 0-2 + b 12-14")] // it starts exactly 10 s after the end
    [InlineData("say:a THEN text:b WITHIN 9.999s", "")]
    public void Then_runs_from_the_first_to_the_end_of_what_follows_next(string question, string expected) =>
        Assert.Equal(expected, Film.Of("0-2 say a", "1-5 text b", "12-14 text b", "13-14 text b").Asked(question));

    [Fact]
    public void Then_takes_what_starts_at_the_very_end_and_of_two_the_shorter() =>
        Assert.Equal("0-3 a 0-2 + b 2-3", Film.Of("0-2 say a", "2-9 text b", "2-3 text b").Asked("say:a THEN text:b"));

    [Fact]
    public void Then_gives_every_first_its_next() =>
        Assert.Equal("0-6 a 0-1 + b 5-6; 2-6 a 2-3 + b 5-6; 7-9 a 7-8 + b 8-9", Film.Of("0-1 say a", "2-3 say a", "5-6 text b", "7-8 say a", "8-9 text b", "9-10 say a").Asked("say:a THEN text:b"));

    [Fact]
    public void Before_is_what_something_follows_however_late() =>
        Assert.Equal("0-2 a + b 2-3; 1-3 a + b 500-501", Film.Of("0-2 say a", "1-3 say a", "2-3 text b", "500-501 text b", "599-600 say a").Asked("say:a BEFORE text:b"));

    [Fact]
    public void After_is_what_something_precedes_and_names_the_last_that_ended() =>
        Assert.Equal("5-6 a + b 3-5; 9-10 a + b 4-6", Film.Of("0-1 say a", "0-4 text b", "1-5 text b", "3-5 text b", "4-6 text b", "5-6 say a", "9-10 say a").Asked("say:a AFTER text:b"));

    [Theory]
    [InlineData("5-10", "5-10 a + b")] // the same stretch
    [InlineData("5-9", "")]
    [InlineData("6-10", "")]
    [InlineData("0-600", "5-10 a + b 0-600")]
    public void During_lies_inside_to_both_ends(string b, string expected) => Assert.Equal(expected, Film.Of("5-10 say a", $"{b} text b").Asked("say:a DURING text:b"));

    [Fact]
    public void During_must_lie_in_one_and_not_in_two_that_touch() => Assert.Equal("", Film.Of("5-10 say a", "0-7 text b", "7-12 text b").Asked("say:a DURING text:b"));

    [Fact]
    public void During_finds_what_is_long_far_back_among_many_that_are_short() =>
        Assert.Equal("50-51 a + b 0-100", Film.Of(["0-100 text b", .. Enumerable.Range(1, 40).Select(at => $"{at}-{at + 1} text b"), "50-51 say a"]).Asked("say:a DURING text:b"));

    [Fact]
    public void With_is_the_frames_that_show_both() =>
        Assert.Equal("3-5 car 0-5 + acme 3-9; 8-9 bus 8-20 + acme 3-9", Film.Of("0-5 object car", "3-9 logo acme", "8-20 object bus", "9-10 object car").Asked("object:any WITH logo:acme"));

    [Fact]
    public void With_joins_stretches_that_touch_and_keeps_those_apart_that_do_not() =>
        Assert.Equal(
            "1-4 car 0-10 + acme 1-3 + acme 3-4; 6-8 car 0-10 + acme", Film.Of("0-10 object car", "1-3 logo acme", "3-4 logo acme", "6-8 logo acme").Asked("object:car WITH logo:acme"));

    [Fact]
    public void With_what_only_touches_no_frame_is_shared()
    {
        Assert.Equal("", Film.Of("0-5 object car", "5-9 logo acme").Asked("object:car WITH logo:acme"));
        Assert.Equal("", Film.Of("0-5 logo acme", "5-5 object car", "5-9 logo acme").Asked("object:car WITH logo:acme"));
    }

    [Fact]
    public void With_takes_only_what_is_seen() => Assert.Equal("2-3 goal 2-9 + acme 0-3", Film.Of("0-3 logo acme", "1-5 say goal", "2-9 text goal").Asked("goal WITH logo:acme"));
}
