namespace VideoIndex.Testing.Contracts.Searching;

/// <content>What is seen.</content>
public abstract partial class MomentIndexContract
{
    [Fact]
    public async Task A_scene_is_found_by_its_number()
    {
        var film = A.Video("film.mp4").Scenes("0-15", "15-600");

        Assert.Equal(["scene [15,600) scene <2>"], await Find("scene:2", film));
        Assert.Equal(["scene [15,600) <scene 2>"], await Find("\"scene 2\""));
        Assert.Equal([], await Find("scene:3"));
    }

    [Fact]
    public async Task A_brand_on_screen_is_found_by_its_name_and_two_boards_at_a_time_are_one_moment()
    {
        var match = A.Video("match.mp4")
            .Tagged("logo", "0-5 Acme", "3-9 Acme", "4-6 Globex", "20-30 Acme")
            .Saying("22-23 what a goal", "40-41 thanks to Acme");

        Assert.Equal(["logo [0,9) <Acme> | <Acme>", "logo [20,30) <Acme>"], await Find("logo:acme", match));
        Assert.Equal(["logo [20,30) <Acme> | what a <goal>"], await Find("logo:acme say:goal"));
        Assert.Equal(["logo [0,9) <Acme> | <Acme>", "logo [20,30) <Acme>", "say [40,41) thanks to <Acme>"], await Find("acme"));
        Assert.Equal([], await Find("tag:acme"));
    }

    [Fact]
    public async Task A_colour_that_goes_on_from_shot_to_shot_is_one_moment_and_plain_words_do_not_find_it()
    {
        var film = A.Video("film.mp4")
            .Tagged("colour", "0-5 red", "5-9 red", "5-9 blue", "10-20 red")
            .Tagged("motion", "0-5 pan left", "5-9 pan left", "9-10 pan right")
            .Saying("6-7 what a goal");

        Assert.Equal(["colour [0,9) <red> | <red>", "colour [10,20) <red>"], await Find("colour:red", film));
        Assert.Equal(["colour [0,9) <red> | <red>", "colour [10,20) <red>"], await Find("color:red"));
        Assert.Equal(["motion [0,9) <pan> left | <pan> left", "motion [9,10) <pan> right"], await Find("motion:pan"));
        Assert.Equal(["colour [5,9) <red> | what a <goal>"], await Find("colour:red say:goal"));
        Assert.Equal([], await Find("red"));
        Assert.Equal([], await Find("pan"));
    }
}
