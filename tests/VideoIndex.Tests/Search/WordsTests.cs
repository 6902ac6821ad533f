using VideoIndex.Search;

namespace VideoIndex.Tests.Search;

public sealed class WordsTests
{
    [Theory]
    [InlineData("What a GOAL!", "what a goal")]
    [InlineData("it's half-time, 10:30", "it s half time 10 30")]
    [InlineData("final_cut.mp4", "final cut mp4")]
    [InlineData("Über Café naïve", "uber cafe naive")]
    [InlineData("U\u0308ber Cafe\u0301", "uber cafe")] // the same in two characters
    [InlineData("Ødegaard Łukasz Straße Æsir", "odegaard lukasz strasse aesir")]
    [InlineData("İstanbul ISTANBUL ıstanbul", "istanbul istanbul istanbul")]
    [InlineData("ＦＩＮＡＬ ２０２６ ﬁnal ½ m²", "final 2026 final 12 m2")]
    [InlineData("Фёдор Мой Мои\u0306", "федор мой мой")] // й is a letter, not an accented и
    [InlineData("ΟΔΥΣΣΈΑΣ Ὀδυσσεύς", "οδυσσεασ οδυσσευσ")]
    [InlineData("優勝goal決定", "優 勝 goal 決 定")]
    [InlineData("ガ ｶﾞ カ\u3099 カ ﾊﾟ", "ガ ガ ガ カ パ")] // voicing makes another letter
    [InlineData("한국 \u1112\u1161\u11AB\u1100\u116E\u11A8", "한 국 한 국")] // syllables and their letters
    [InlineData("㍻31年", "平 成 31 年")]
    [InlineData("สวัสดี", "ส วั ส ดี")]
    [InlineData("हिन्दी भाषा", "हिन्दी भाषा")]
    [InlineData("שָׁלוֹם مُحَمَّد", "שלום محمد")]
    [InlineData("co\u00ADop a\u200Db", "coop ab")] // soft hyphen, joiner
    [InlineData("\uD800goal\uDC00 😀 \0 \u0301 \uFE0F", "goal")]
    [InlineData("𝐆𝐨𝐚𝐥 𠮷野", "goal 𠮷 野")]
    public void A_text_is_found_by_these_words(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Words.In(text).Select(word => word.Folded)));

    [Fact]
    public void A_word_knows_where_it_stands_in_the_text()
    {
        const string Text = "«Cafe\u0301» ｶﾞス 𠮷!";

        Assert.Equal(["Cafe\u0301", "ｶﾞ", "ス", "𠮷"], Words.In(Text).Select(word => Text.Substring(word.At, word.Length)));
    }

    [Fact]
    public void Folding_twice_changes_nothing()
    {
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF)
            {
                continue;
            }

            var once = string.Join(' ', Words.In(char.ConvertFromUtf32(code)).Select(word => word.Folded));
            var twice = string.Join(' ', Words.In(once).Select(word => word.Folded));
            Assert.True(once == twice, $"U+{code:X4} is searched as '{once}', which is searched as '{twice}'.");
        }
    }
}
