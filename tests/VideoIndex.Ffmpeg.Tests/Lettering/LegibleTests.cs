using VideoIndex.Ffmpeg.Lettering;

namespace VideoIndex.Ffmpeg.Tests.Lettering;

public sealed class LegibleTests
{
    [Theory]
    [InlineData("Goal", "Goal", 0)]
    [InlineData("Café Öl Łódź straße", "Cafe Ol Lodz strasse", 0)]
    [InlineData("a\u0301 b\u0308", "a b", 0)]
    [InlineData(" two\r\nlines\tand  more ", "two lines and more", 0)]
    [InlineData("\u202Eright to left\u202C", "right to left", 0)]
    [InlineData("“it’s” – …", "\"it's\" - ...", 0)]
    [InlineData("日本 x", "□□ x", 2)]
    [InlineData("⚽", "□", 1)]
    [InlineData("😀", "□", 1)]
    [InlineData("\0\u001b[31m", "[31m", 0)]
    [InlineData("", "", 0)]
    public void A_text_is_drawn_in_letters_there_are(string text, string drawn, int boxes) => Assert.Equal(new Legible(drawn, boxes), Legible.Of(text));

    [Fact]
    public void A_lone_surrogate_is_a_box() => Assert.Equal(new Legible("a□", 1), Legible.Of("a\ud800"));

    [Theory]
    [InlineData(12, "A long name")]
    [InlineData(11, "A long name")]
    [InlineData(10, "A long n..")]
    [InlineData(8, "A long..")]
    [InlineData(3, "A l")]
    [InlineData(0, "")]
    public void A_text_that_is_too_long_ends_in_points(int letters, string within) => Assert.Equal(within, Legible.Of("A long name").Within(letters));

    [Fact]
    public void Every_printable_sign_of_ASCII_has_a_letter_of_its_own()
    {
        var signs = Enumerable.Range(33, 94).Select(code => (char)code).ToList();
        Assert.All(signs, sign => Assert.True(Letters.Has(sign), $"{sign}"));
        Assert.Equal(signs.Count, signs.Select(Drawn).Distinct().Count());
    }

    private static string Drawn(char sign)
    {
        var board = new Board(Letters.Width, Letters.Height, new byte[Letters.Width * Letters.Height], [1]);
        Letters.Draw(board, 0, 0, $"{sign}", 1);
        return Convert.ToHexString(board.Pixels);
    }
}
