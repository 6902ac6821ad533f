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
