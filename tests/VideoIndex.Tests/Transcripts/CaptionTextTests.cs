using System.Text;
using VideoIndex.Transcripts;

namespace VideoIndex.Tests.Transcripts;

public sealed class CaptionTextTests
{
    [Theory]
    [InlineData("<i>Hello</i> <b>there</b>", "Hello there")]
    [InlineData("<c.yellow.bg_blue>Look</c> out", "Look out")]
    [InlineData("<v Roger Bingham>We are in New York City", "We are in New York City")]
    [InlineData("<font color=\"#fff\">white</font>", "white")]
    [InlineData("one<00:00:19.000> two", "one two")]
    [InlineData("one<br/>two<BR>three", "one\ntwo\nthree")]
    [InlineData("{\\an8}up here", "up here")]
    [InlineData("{not an override}", "{not an override}")]
    [InlineData("I <3 you, 1 < 2 > 0 <- so", "I <3 you, 1 < 2 > 0 <- so")]
    [InlineData("<ruby>漢<rt>かん</rt></ruby>字", "漢字")]
    [InlineData("unclosed <b and on", "unclosed <b and on")]
    public void Markup_is_taken_off_and_signs_are_kept(string markup, string text) =>
        Assert.Equal(text, CaptionText.FromMarkup(markup));

    [Theory]
    [InlineData("Tom &amp; Jerry", "Tom & Jerry")]
    [InlineData("&lt;i&gt;", "<i>")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("a&nbsp;&nbsp;b", "a b")]
    [InlineData("&lrm;left&rlm;", "left")]
    [InlineData("&#233;&#xe9;&eacute;", "ééé")]
    [InlineData("&#xD800;&#0;&#1;", "&#xD800;")]
    [InlineData("R&D &c. &bogus;", "R&D &c. &bogus;")]
    public void Character_references_are_read_once(string markup, string text) =>
        Assert.Equal(text, CaptionText.FromMarkup(markup));

    [Theory]
    [InlineData("{\\pos(1,2)\\b1}How{\\b0}\\Nare\\nyou\\h{comment}now", "How\nare\nyou now")]
    [InlineData("{\\p1}m 0 0 l 10 10{\\p0}seen", "seen")]
    [InlineData("<not a tag> &amp;", "<not a tag> &amp;")]
    public void Sub_station_text_is_read_its_own_way(string dialogue, string text) =>
        Assert.Equal(text, CaptionText.FromSubStation(dialogue));

    [Theory]
    [InlineData("  a \t b  \r\n\r\n \n  c\u2028d ", "a b\nc\nd")]
    [InlineData("bell\u0007 escape\u001b[31m \u009bdel\u007f", "bell escape[31m del")]
    [InlineData("\u202Etxt.exe\u202C \u2066x\u2069", "txt.exe x")]
    [InlineData("\uFEFFmark", "mark")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    public void Lines_are_tidied_and_controls_removed(string text, string tidy) => Assert.Equal(tidy, CaptionText.Plain(text));

    [Fact]
    public void Half_a_character_is_marked() => Assert.Equal("half \uFFFD pair", CaptionText.Plain("half \uD800 pair"));

    [Theory]
    [InlineData("cafe\u0301", "café")]
    [InlineData("か\u3099", "が")]
    [InlineData("Vie\u0302\u0323t Nam", "Việt Nam")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글")]
    [InlineData("s\u0323\u0307 s\u0307\u0323", "ṩ ṩ")]
    [InlineData("q\u0307", "q\u0307")]
    [InlineData("\u0301alone", "\u0301alone")]
    public void Letters_and_their_accents_are_put_together(string apart, string together) =>
        Assert.Equal(together, CaptionText.Plain(apart));

    [Fact]
    public void A_very_long_text_is_cut_between_characters()
    {
        var cut = CaptionText.Plain("a" + string.Concat(Enumerable.Repeat("😀", 100_000)));

        Assert.Equal(CaptionText.MaxLength - 1, cut.Length);
        Assert.True(char.IsLowSurrogate(cut[^1]));
    }

    [Fact]
    public void Any_text_at_all_comes_out_plain_and_stays_so()
    {
        var random = new Random(20);
        var pieces = (string[])["<", ">", "{\\", "}", "&", ";", "#x", "rt", "/", "i", "\u0301", "\uD83D", "\uDE00", "\0", "\n", " ", "\\N", "か", "\u202E"];
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(60); length > 0; length--)
            {
                text.Append(random.Next(4) == 0 ? ((char)random.Next(0x10000)).ToString() : pieces[random.Next(pieces.Length)]);
            }

            var plain = CaptionText.FromMarkup(text.ToString());
            Assert.Equal(plain, CaptionText.Plain(plain));
            Assert.DoesNotContain(plain, letter => letter != '\n' && char.IsControl(letter));
            Assert.NotNull(CaptionText.FromSubStation(text.ToString()));
        }
    }

    [Fact]
    public void Hostile_nesting_is_survived()
    {
        Assert.NotEmpty(CaptionText.FromMarkup(new string('<', 1_000_000)));
        Assert.NotEmpty(CaptionText.FromMarkup(string.Concat(Enumerable.Repeat("{\\", 500_000))));
    }
}
