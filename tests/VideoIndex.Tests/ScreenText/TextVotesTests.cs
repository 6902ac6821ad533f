using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.ScreenText.Spans;

namespace VideoIndex.Tests.ScreenText;

public sealed class TextVotesTests
{
    [Fact]
    public void One_bad_reading_is_outvoted()
    {
        var line = new Shown("Jane Miller Reporter");

        var tag = Assert.Single(new Screen().Look(line with { Read = "Jone Mi11er Reporter" }).Look(3, line).Tags());

        Assert.Equal("Jane Miller Reporter", tag.Label);
        Assert.EndsWith("2 alike; start and end to the frame", tag.How, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sure_reading_outvotes_an_unsure_one() =>
        Assert.Equal(
            ["Gate 47 0 1000"],
            new Screen().Look(new Shown("Gate 47", Read: "Cate 47", Percent: 60)).Look(new Shown("Gate 47", Percent: 90)).Said());

    [Fact]
    public void A_moving_sign_is_read_from_its_clearest_look()
    {
        var screen = new Screen();
        for (var look = 0; look < 6; look++)
        {
            var sign = new Shown("Westminster Bridge Road", Left: 500 + (look * 300));
            screen.Look(look == 3 ? sign : sign with { Read = "Westmnster Brigde Roaol", Percent = 40 });
        }

        Assert.Equal(["Westminster Bridge Road 0 3000"], screen.Said());
    }

    [Fact]
    public void A_word_missed_at_a_look_lives_on_with_its_line()
    {
        Shown At(int left, string? read) => new("CITY OF LONDON", left, Read: read);

        Assert.Equal(
            ["CITY OF LONDON 0 2500"],
            new Screen().Look(At(1000, "CITY OF")).Look(At(1010, null)).Look(At(1020, "CITY OF")).Look(At(1010, null)).Look(At(1000, "CITY OF")).Said());
    }

    [Fact]
    public void What_fades_in_and_out_is_there_before_and_after_it_can_be_read()
    {
        var title = new Shown("THE LONG WAY");
        var faint = title with { Left = 1005, Read = "" };

        Assert.Equal(["THE LONG WAY 400 3700"], new Screen().Look().Look(faint).Look(5, title).Look(faint).Look().Said());
    }

    [Theory]
    [InlineData("|", 99)]
    [InlineData("a", 99)]
    [InlineData("ee", 80)]
    [InlineData("bcdf ghk", 80)]
    [InlineData("~~ -- ==", 99)]
    [InlineData("some words nobody is sure of", 50)]
    [InlineData("ets", 46)]
    public void Junk_is_dropped(string read, int percent) =>
        Assert.Empty(new Screen().Look(6, new Shown("some edge of a roof", Read: read, Percent: percent)).Said());

    [Theory]
    [InlineData("BBC", 95, "BBC")]
    [InlineData("GO", 95, "GO")]
    [InlineData("2-1", 90, "2-1")]
    [InlineData("|NEWS|", 90, "NEWS")]
    [InlineData("«Exit»", 80, "Exit")]
    [InlineData("Москва", 80, "Москва")]
    [InlineData("东京", 90, "东京")]
    public void Short_true_words_are_kept(string read, int percent, string label) =>
        Assert.Equal([label], new Screen().Look(4, new Shown(read, Percent: percent)).Tags().Select(tag => tag.Label));

    [Fact]
    public void What_one_look_saw_must_be_surer()
    {
        static IReadOnlyList<string> Seen(int looks) => new Screen().Look().Look(looks, new Shown("Exit north", Percent: 75)).Look().Said();

        Assert.Empty(Seen(1));
        Assert.Equal(["Exit north 400 1200"], Seen(2));
    }

    [Fact]
    public void A_word_without_its_first_letter_votes_for_the_whole_word()
    {
        var cut = new Shown("Welcome", Read: "elcome", Percent: 96);
        Assert.Equal(["Welcome 400 1700"], new Screen().Look().Look(cut).Look(cut).Look(new Shown("Welcome")).Look().Said());
    }

    [Fact]
    public void A_piece_of_a_line_that_is_found_whole_at_the_next_look_is_no_word_of_its_own() =>
        Assert.Equal(
            ["Grand Orchestra 900 2200"],
            new Screen().Look().Look(new Shown("Orch", Left: 1000 + (6 * 200))).Look(3, new Shown("Grand Orchestra")).Look().Said());

    [Theory]
    [InlineData("SQUARE", "SOUARE", true)]
    [InlineData("MILLER", "MILER", true)]
    [InlineData("CAT", "CAR", true)]
    [InlineData("4512", "4513", false)]
    [InlineData("GATE47", "GATE41", false)]
    [InlineData("AM", "AN", false)]
    [InlineData("SMITH", "MILLER", false)]
    public void Words_are_alike_when_one_may_be_the_other_misread(string one, string other, bool alike) =>
        Assert.Equal((alike, alike), (WordForm.Alike(one, other), WordForm.Alike(other, one)));

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("same", "same", 0)]
    public void The_distance_of_words_counts_letters(string one, string other, int distance) =>
        Assert.Equal((distance, distance), (WordForm.Distance(one, other), WordForm.Distance(other, one)));

    [Fact]
    public void Words_are_put_side_by_side_in_order() =>
        Assert.Equal(
            [(0, 0), (1, -1), (2, 1), (3, 2), (4, 3), (-1, 4)],
            Alignment.Of(["CITY", "OF", "LONDON", "XYZW", "HALL"], ["CITY", "LONDAN", "QRST", "HALL", "MORE"]));

    [Theory]
    [InlineData(1000, 8000, 3000, 600, "bottom-left lower-third left")]
    [InlineData(3500, 8500, 3000, 600, "lower-third")]
    [InlineData(9000, 200, 800, 300, "top-right upper-third right")]
    [InlineData(4000, 4500, 2000, 1000, "centre")]
    [InlineData(200, 4500, 2000, 1000, "left")]
    [InlineData(500, 500, 9000, 9000, "full")]
    [InlineData(0, 0, 10_000, 400, "upper-third")]
    public void Places_in_the_picture_have_names(int left, int top, int width, int height, string names) =>
        Assert.Equal(names, string.Join(' ', PictureZone.Of(new PictureBox(left, top, width, height))));
}
