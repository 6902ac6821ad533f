using VideoIndex.Hearing;

namespace VideoIndex.Tests.Hearing;

public sealed class SpokenLanguageTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("deu", "de")]
    [InlineData("ger", "de")]
    [InlineData("de-CH", "de")]
    [InlineData("PT_br", "pt")]
    [InlineData("zho", "zh")]
    [InlineData("qaa", "qaa")] // kept, to be compared with itself
    [InlineData("und", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_language_is_known_by_one_code(string? written, string? known) => Assert.Equal(known, SpokenLanguage.Of(written));
}
