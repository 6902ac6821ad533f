using VideoIndex.Speech.Honesty.Phrases;

namespace VideoIndex.Speech.Tests.Honesty;

public class PhraseTests
{
    [Theory]
    [InlineData("Thanks for watching!")]
    [InlineData(" THANK YOU. Thank you. Bye-bye!")]
    [InlineData("Untertitelung des ZDF für funk, 2017")]
    [InlineData("Sous-titres réalisés par la communauté d'Amara.org")]
    [InlineData("ご視聴ありがとうございました。")]
    [InlineData("시청해 주셔서 감사합니다")]
    [InlineData("Субтитры создавал DimaTorzok")]
    [InlineData("请不吝点赞 订阅 转发 打赏支持明镜与点点栏目")]
    public void What_models_write_over_silence_is_known(string phrase)
    {
        Assert.True(KnownPhrases.Are(phrase));
    }

    [Theory]
    [InlineData("Thank you for the flowers.")]
    [InlineData("The subtitles by the door are wrong.")]
    [InlineData("We were watching the game.")]
    [InlineData("")]
    [InlineData("...")]
    public void Other_text_is_not(string text)
    {
        Assert.False(KnownPhrases.Are(text));
    }

    [Theory]
    [InlineData("[Applause]", true)]
    [InlineData("♪ ♪", true)]
    [InlineData("（音楽）", true)]
    [InlineData("(laughs) Yes.", false)]
    [InlineData("(This is a whole sentence somebody said aside)", false)]
    public void Notes_on_sounds_are_told_from_speech(string text, bool note)
    {
        Assert.Equal(note, Letters.AreOfSounds(text));
    }

    [Fact]
    public void A_run_is_found_with_its_unit()
    {
        var run = Loops.Longest("weseeabcabcabcabcabcabx", 5);

        Assert.Equal(new Loops.Run(5, 17, 3), run);
        Assert.Equal(default, Loops.Longest("weseeabcabcabcabx", 5));
    }

    [Fact]
    public void Signs_of_syllables_take_longer_to_say()
    {
        Assert.Equal(10, Letters.Count("ありがと", 2.5));
        Assert.Equal(8, Letters.Count(Letters.Of("Thank you!"), 2.5));
    }
}
