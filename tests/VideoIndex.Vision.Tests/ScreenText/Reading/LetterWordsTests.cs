using VideoIndex.Looks;
using VideoIndex.Vision.ScreenText.Reading;
using VideoIndex.Vision.ScreenText.Reading.Parts;

namespace VideoIndex.Vision.Tests.ScreenText.Reading;

public sealed class LetterWordsTests
{
    [Fact]
    public void Words_are_between_spaces_and_their_boxes_are_around_what_is_dark()
    {
        var crop = Drawn((20, 40), (44, 60), (100, 130));
        var read = new ReadPart(new CropPart(0, 0, 160, 40), [Letter("a", 7), Letter("b", 12), Letter(" ", 19), Letter("c", 28)], 4);

        var words = LetterWords.Of(read, crop, "eng").ToList();

        Assert.Equal(["ab", "c"], words.Select(word => word.Text));
        Assert.Equal([(20, 10, 40, 20), (100, 10, 30, 20)], words.Select(word => (word.Left, word.Top, word.Width, word.Height)));
        Assert.All(words, word => Assert.Equal("eng", word.Language));
    }

    [Fact]
    public void Spaces_without_words_between_them_are_none()
    {
        var read = new ReadPart(new CropPart(0, 0, 160, 40), [Letter(" ", 1), Letter(" ", 9)], 4);

        Assert.Empty(LetterWords.Of(read, Drawn((20, 40)), "eng"));
    }

    [Fact]
    public void A_word_where_nothing_is_dark_has_the_place_between_its_neighbours()
    {
        var read = new ReadPart(new CropPart(10, 5, 100, 30), [Letter("x", 12)], 4);
        var word = Assert.Single(LetterWords.Of(read, new GrayPicture(160, 40, [.. Enumerable.Repeat((byte)255, 160 * 40)]), "eng"));

        Assert.Equal((10, 5, 100, 30), (word.Left, word.Top, word.Width, word.Height));
    }

    [Fact]
    public void A_wide_gap_parts_words_though_no_space_was_read()
    {
        var read = new ReadPart(new CropPart(0, 0, 160, 40), [Letter("a", 6), Letter("b", 8), Letter("c", 28), Letter("d", 30)], 4);

        var words = LetterWords.Of(read, Drawn((22, 28), (31, 38), (110, 116), (120, 126)), "eng").ToList();

        Assert.Equal(["ab", "cd"], words.Select(word => word.Text));
    }

    private static ReadLetter Letter(string text, int step) => new(text, 0.99f, step, step, step + 1);

    // Bars from row 10 to row 30.
    private static GrayPicture Drawn(params ReadOnlySpan<(int From, int To)> bars)
    {
        var crop = new GrayPicture(160, 40, [.. Enumerable.Repeat((byte)255, 160 * 40)]);
        foreach (var (from, to) in bars)
        {
            for (var row = 10; row < 30; row++)
            {
                crop.Pixels.AsSpan((row * 160) + from, to - from).Clear();
            }
        }

        return crop;
    }
}
