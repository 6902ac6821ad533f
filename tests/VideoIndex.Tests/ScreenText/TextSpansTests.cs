using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Tags;

namespace VideoIndex.Tests.ScreenText;

public sealed class TextSpansTests
{
    private static readonly Shown Lower = new("Jane Miller Reporter");

    [Fact]
    public void A_stay_of_90_seconds_is_one_moment() =>
        Assert.Equal(["Jane Miller Reporter 1900 91700"], new Screen().Look(4).Look(180, Lower).Look(4).Said());

    [Fact]
    public void What_stands_from_the_first_frame_to_the_last_has_the_video_s_length() =>
        Assert.Equal(["Jane Miller Reporter 0 2000"], new Screen().Look(4, Lower).Said());

    [Fact]
    public void A_tag_tells_where_in_which_language_by_whom_and_how()
    {
        var tag = Assert.Single(new Screen().Look().Look(7, Lower).Look().Tags());

        Assert.Equal((TagKinds.Text, "eng", "a reader", 0.95), (tag.Kind, tag.Language, tag.Origin.Name, tag.Confidence.Value));
        Assert.Equal(Lower.Box, tag.Box);
        Assert.Equal("seen in 7 looks, read 3 times, 3 alike; start and end to the frame", tag.How);
    }

    [Fact]
    public void Two_same_words_at_two_places_are_two_moments() =>
        Assert.Equal(
            ["EMIRATES 400 2200", "EMIRATES 400 3200"],
            new Screen().Look().Look(4, new Shown("EMIRATES", Top: 1000), new Shown("EMIRATES", Top: 5000)).Look(2, new Shown("EMIRATES", Top: 5000)).Look().Said());

    [Fact]
    public void The_same_words_again_later_are_another_moment() =>
        Assert.Equal(["Jane Miller Reporter 0 1200", "Jane Miller Reporter 3400 4000"], new Screen().Look(3, Lower).Look(4).Look(1, Lower).Said());

    [Fact]
    public void One_look_without_is_bridged() =>
        Assert.Equal(["Jane Miller Reporter 0 4500"], new Screen().Look(4, Lower).Look().Look(4, Lower).Said());

    [Fact]
    public void Across_a_cut_what_stands_still_stands()
    {
        // After the cut the letters are on another background: another picture in the same place.
        var after = Lower with { Left = 1004, Read = "Jane Miler Reporter" };

        Assert.Equal(["Jane Miller Reporter 0 4000"], new Screen().Look(4, Lower).Look(4, after).Said());
    }

    [Fact]
    public void What_another_line_takes_the_place_of_ends_there() =>
        Assert.Equal(
            ["Jane Miller Reporter 0 1700", "John Smith Minister 1900 4000"],
            new Screen().Look(4, Lower).Look(4, new Shown("John Smith Minister")).Said());

    [Fact]
    public void Captions_that_share_a_short_word_are_not_torn_apart() =>
        Assert.Equal(
            ["You never said that to me 0 1700", "You should have asked him 1900 4000"],
            new Screen().Look(4, new Shown("You never said that to me")).Look(4, new Shown("You should have asked him")).Said());

    [Fact]
    public void A_sign_that_moves_is_one_moment()
    {
        var screen = new Screen();
        for (var look = 0; look < 12; look++)
        {
            screen.Look(new Shown("PARLIAMENT SQUARE", Left: 500 + (look * 400), Top: 3000 + (look * 50)));
        }

        var tag = Assert.Single(screen.Look().Tags());

        Assert.Equal("PARLIAMENT SQUARE 0 5700", Screen.Say(tag));
        Assert.Equal(new PictureBox(500, 3000, (11 * 400) + (17 * 200), 400 + (11 * 50)), tag.Box);
    }

    [Fact]
    public void Credits_that_scroll_are_a_moment_a_line()
    {
        string[] names = ["Director Anna Berg", "Camera Tom Lindqvist", "Sound Maria Costa", "Music Peter Novak"];
        var screen = new Screen();
        for (var look = 0; look < 40; look++)
        {
            screen.Look([.. names.Select((name, at) => new Shown(name, Top: 10_000 + (at * 1500) - (look * 600))).Where(line => line.Top is >= 0 and < 9600)]);
        }

        Assert.Equal(names, screen.Tags().Select(tag => tag.Label));
        Assert.All(screen.Tags(), tag => Assert.Equal(1, screen.Tags().Count(other => other.Label == tag.Label)));
    }

    [Fact]
    public void Of_a_board_whose_clock_runs_on_only_the_clock_does()
    {
        var screen = new Screen();
        for (var look = 0; look < 180; look++)
        {
            screen.Look(new Shown($"ARSENAL {(look < 100 ? 1 : 2)}-0 CHELSEA 45:{look / 4:00}"));
        }

        var said = screen.Said();

        Assert.Contains("ARSENAL CHELSEA 0 90000", said);
        Assert.Contains("1-0 0 49700", said);
        Assert.Contains("2-0 49900 90000", said);
        Assert.Equal(45, said.Count(line => line.StartsWith("45:", StringComparison.Ordinal)));
        Assert.Equal(48, said.Count);
    }

    [Fact]
    public void Slides_that_build_up_keep_the_lines_they_had()
    {
        Shown one = new("First quarter results", Top: 2000), two = new("Outlook for next year", Top: 3000);

        Assert.Equal(
            ["First quarter results 0 3000", "Outlook for next year 1400 3000"],
            new Screen().Look(3, one).Look(3, one, two).Said());
    }

    [Fact]
    public void A_line_that_grows_has_its_words_from_when_they_came() =>
        Assert.Equal(
            ["Welcome home 0 3000", "again 1400 3000"],
            new Screen().Look(3, new Shown("Welcome home")).Look(3, new Shown("Welcome home again")).Said());

    [Fact]
    public void What_segments_add_to_the_readings_changes_nothing()
    {
        static Screen Film(int read) => new Screen { Read = read }.Look().Look(30, Lower, new Shown("LIVE", Top: 500)).Look(9, Lower).Look(3);

        Assert.Equal(Film(3).Tags(), Film(40).Tags());
    }

    [Fact]
    public void Readings_may_come_in_any_order_and_twice()
    {
        var watched = new Screen().Look(5, Lower with { Read = "Jane Miller Reponter" }).Look(5, Lower with { Left = 1003 }).Watched();
        var mixed = watched with { Readings = [.. watched.Readings.Reverse(), .. watched.Readings] };

        Assert.Equal(TextSpans.Of(watched), TextSpans.Of(mixed));
    }

    [Fact]
    public void Where_a_part_was_not_decoded_a_moment_ends_half_a_second_after_it_was_last_seen()
    {
        var watched = new Screen().Look(4, Lower).Look(6).Watched();
        var looks = watched.Looks.Where((_, look) => look is < 4 or > 7).Select((look, at) => at == 4 ? look with { Ends = [] } : look).ToList();

        var tag = Assert.Single(TextSpans.Of(watched with { Looks = looks }));

        Assert.Equal("Jane Miller Reporter 0 2000", Screen.Say(tag));
    }

    [Fact]
    public void Nothing_seen_is_nothing_said() =>
        Assert.Empty(new Screen().Look(9).Said());
}
