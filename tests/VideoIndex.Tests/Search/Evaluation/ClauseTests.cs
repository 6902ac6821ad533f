using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Tests.Search.Evaluation;

public sealed class ClauseTests
{
    [Fact]
    public void And_gives_the_moments_of_the_first_that_overlap_all_others() =>
        Assert.Equal(
            "5-9 a + b 0-6 + c 8-20; 8-12 a + b 11-12 + c 8-20",
            Film.Of("0-6 text b", "5-9 say a", "8-12 say a", "8-20 logo c", "11-12 text b", "30-31 say a").Asked("say:a AND text:b AND logo:c"));

    [Theory]
    [InlineData("5-9", "")] // it ends where the other starts
    [InlineData("5-90001/9000", "5-90001/9000 a + b 10-12")]
    [InlineData("12-13", "")]
    [InlineData("11-11", "11-11 a + b 10-12")]
    [InlineData("10-10", "")]
    public void Spans_that_only_touch_do_not_hold_at_once(string a, string expected) => Assert.Equal(expected, Film.Of($"{a} say a", "10-12 text b").Asked("say:a text:b"));

    [Fact]
    public void Not_leaves_out_what_overlaps() =>
        Assert.Equal("0-2 a; 9-10 a", Film.Of("0-2 say a", "2-5 text b", "4-6 say a", "9-10 say a").Asked("say:a NOT text:b"));

    [Fact]
    public void Or_gives_both_and_one_thing_found_twice_is_one_moment_with_all_that_speaks_for_it()
    {
        Assert.Equal("0-2 a b + a b; 1-3 b", Film.Of("0-2 say a b", "1-3 text b").Asked("a OR b"));
        Assert.Equal("0-2 a + b; 0-2 b", Film.Of("0-2 say a", "0-2 text b").Asked("(say:a AND text:b) OR text:b"));
    }

    [Fact]
    public void For_joins_what_touches_before_it_measures()
    {
        var film = Film.Of("0-1 say a", "1-2 text a", "3-9/2 say a", "9-10 text b");

        Assert.Equal("0-2 a 0-1 + a 1-2", film.Asked("(say:a OR text:a) FOR >= 2s"));
        Assert.Equal("3-9/2 a", film.Asked("(say:a OR text:a) FOR < 2s"));
        Assert.Equal("3-9/2 a", film.Asked("(say:a OR text:a) FOR = 1.5s"));
    }

    [Fact]
    public void First_and_last_choose_one_in_each_video()
    {
        var film = Film.Of("3-9 say a", "3-5 text a", "8-9 say a", "8-20 text a");

        Assert.Equal("3-5 a", film.Asked("FIRST a"));
        Assert.Equal("8-20 a", film.Asked("LAST a"));
        Assert.Equal("3-9 a", film.Asked("FIRST say:a"));
        Assert.Equal("8-20 a + a 3-5", film.Asked("FIRST text:a AFTER FIRST text:a"));
    }

    [Fact]
    public void Evidence_that_does_not_keep_to_what_is_asked_is_not_there_in_the_whole_parenthesis()
    {
        var film = Film.Of("0-5 say a", "1-2 text b", "3-4 text c").But("b", thing => thing with { Confidence = new Confidence(.25) });

        Assert.Equal("0-5 a + b 1-2", film.Asked("say:a AND text:b"));
        Assert.Equal("", film.Asked("confidence:>0.5 (say:a AND text:b)"));
        Assert.Equal("0-5 a", film.Asked("confidence:>0.5 AND say:a NOT text:b"));
        Assert.Equal("0-5 a + b 1-2 + a + c 3-4", film.Asked("(say:a AND text:b) OR (confidence:>0.5 AND say:a AND text:c)"));
    }

    [Fact]
    public void Evidence_must_keep_to_what_is_asked_in_every_parenthesis_it_is_in()
    {
        var film = Film.Of("0-5 say a", "1-6 text a", "2-7 logo a").But("a", thing => thing with
        {
            Confidence = new Confidence(thing.Field == "say" ? 1 : .25),
            Origin = new Origin(thing.Field == "logo" ? "person" : "model", "stub"),
        });

        Assert.Equal("1-6 a", film.Asked("confidence:<0.5 (by:model a)"));
        Assert.Equal("0-5 a; 1-6 a + a; 2-7 a", film.Asked("(confidence:<0.5 a) OR (by:model a)"));
    }

    [Fact]
    public void Evidence_alone_is_answered_by_every_thing_but_the_parts_of_the_film()
    {
        var film = Film.Of(A.Video("cup/final.mp4").Shots("0", "15").Scenes("0-600"), "0-5 say a", "2-3 object car").But("car", thing => thing with { Origin = new Origin("person", "Ann") });

        Assert.Equal("2-3 car", film.Asked("by:human"));
        Assert.Equal("0-5 a", film.Asked("by:model"));
        Assert.Equal("0-5 a", film.Asked("NOT by:human"));
        Assert.Equal("0-5 a + final.mp4 0-600", film.Asked("by:model video:final"));
        Assert.Equal("", film.Asked("by:model video:semi"));
    }

    [Fact]
    public void What_people_rejected_is_found_by_its_status_alone()
    {
        var film = Film.Of("0-5 say a", "2-3 text a").But("a", thing => thing with { Status = thing.Field == "text" ? ReviewStatus.Rejected : ReviewStatus.Verified });

        Assert.Equal("0-5 a", film.Asked("a"));
        Assert.Equal("2-3 a", film.Asked("status:rejected a"));
        Assert.Equal("2-3 a", film.Asked("status:rejected"));
        Assert.Equal("0-5 a; 2-3 a", film.Asked("(status:rejected OR status:verified) a"));
        Assert.Equal("", film.Asked("a NOT (status:rejected text:a)")); // what was rejected there is left out
        Assert.Equal("", film.Asked("NOT status:verified a"));
    }

    [Fact]
    public void Clauses_of_videos_choose_videos_and_alone_give_the_whole()
    {
        var film = Film.Of(A.Video("cup/final.mp4").Attribute("title", "Cup night"), "0-5 say a");

        Assert.Equal("0-600 final.mp4", film.Asked("video:night"));
        Assert.Equal("0-600 final.mp4", film.Asked("duration:=10min"));
        Assert.Equal("", film.Asked("duration:>10min"));
        Assert.Equal("0-5 a + final.mp4 0-600", film.Asked("say:a video:cup"));
        Assert.Equal("0-5 a", film.Asked("say:a NOT video:semi"));
        Assert.Equal("", film.Asked("say:a NOT video:cup"));
        Assert.Equal("0-5 a; 0-600 final.mp4", film.Asked("say:a OR video:final"));
        Assert.Equal("", film.Asked("video:final NOT say:a"));
        Assert.Equal("0-600 final.mp4", film.Asked("video:final NOT say:b"));
    }

    [Fact]
    public void What_evidence_is_asked_for_makes_no_difference_to_a_file_name() =>
        Assert.Equal("0-5 a + final.mp4 0-600", Film.Of("0-5 say a").Asked("by:model say:a video:final"));

    [Fact]
    public void One_part_of_a_question_gives_at_most_a_hundred_pieces_of_evidence()
    {
        var film = Film.Of([.. Enumerable.Range(0, 150).Select(at => $"{at}-{at + 1} say a"), "0-600 tag chapter"]);

        Assert.Equal("0-600 chapter + " + string.Join(" + ", Enumerable.Range(0, 100).Select(at => $"a {at}-{at + 1}")), film.Asked("tag:chapter say:a"));
        Assert.Equal(150, film.Asked("say:a tag:chapter").Split("; ").Length);
    }
}
