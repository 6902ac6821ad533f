using VideoIndex.Search.Evaluation;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Tests.Search.Evaluation;

public sealed class SearchableSpansTests
{
    [Fact]
    public void The_video_comes_first_and_all_else_in_order_of_time()
    {
        var film = A.Video("cup/final.mp4").Attribute("title", "Cup night").Saying("10-12 what a goal", "0-4 hello").Tagged("chapter", "0-300 First half").Tagged("logo", "0-3 Acme").Shots("0", "15").Scenes("0-600");

        Assert.Equal(
            [
                "0 video [0 s, 600 s) final.mp4 / Cup night", "1 logo [0 s, 3 s) Acme", "2 say [0 s, 4 s) hello", "3 shot [0 s, 15 s) shot 1", "4 tag [0 s, 300 s) First half",
                "5 scene [0 s, 600 s) scene 1", "6 say [10 s, 12 s) what a goal", "7 shot [15 s, 600 s) shot 2",
            ],
            SearchableSpans.Of(film.Contents).Select(Told));
        Assert.Equal("/films/cup/", SearchableSpans.Of(film.Contents)[0].Folder);
    }

    [Fact]
    public void What_is_claimed_twice_is_there_once() => Assert.Equal(2, SearchableSpans.Of(A.Video("a.mp4").Tagged("text", "0-3 x", "0-3 x").Contents).Count);

    [Fact]
    public void What_was_dropped_is_not_there_and_a_joint_runs_over_it()
    {
        var things = SearchableSpans.Of(A.Video("a.mp4").Hearing(A.Heard("tiny", 2, "10 we meet? again", "loop! 13 so so", "15 my friends")).Contents);

        Assert.Equal(["0 video [0 s, 600 s) a.mp4", "1 say [10 s, 13 s) we meet again", "2 say [10 s, 17 s) we meet again my friends", "3 say [15 s, 17 s) my friends"], things.Select(Told));
        Assert.Equal(("we meet again", "my friends"), (things[2].Joint!.Value.Before.Texts[0], things[2].Joint!.Value.After.Texts[0]));
        Assert.Equal((2, "en", "tiny"), (things[1].Track!.Value, things[1].Language, things[1].Origin.Name));
    }

    [Fact]
    public void Captions_are_cut_by_people_and_have_no_joints() => Assert.Equal(3, SearchableSpans.Of(A.Video("a.mp4").Saying("1-2 one", "2-3 two").Contents).Count);

    [Fact]
    public void Shots_of_a_video_that_is_not_finished_are_the_first_look()
    {
        var film = A.Video("a.mp4").Shots("0").Contents;

        Assert.Equal("transitions", SearchableSpans.Of(film)[1].Origin.Name);
        Assert.Equal("survey", SearchableSpans.Of(film with { Video = film.Video with { State = VideoState.Accepted } })[1].Origin.Name);
    }

    private static string Told(SearchableSpan thing) => $"{thing.Number} {thing.Field} {thing.Span} {string.Join(" / ", thing.Texts)}";
}
