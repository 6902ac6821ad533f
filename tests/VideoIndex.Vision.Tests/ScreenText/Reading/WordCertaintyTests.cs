using VideoIndex.Vision.ScreenText.Reading;

namespace VideoIndex.Vision.Tests.ScreenText.Reading;

public sealed class WordCertaintyTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.4, 0.15)]
    [InlineData(0.945, 0.70)]
    [InlineData(0.99725, 0.875)]
    [InlineData(1, 1)]
    [InlineData(1.0001, 1)]
    public void It_is_told_between_the_knots_in_a_straight_line(float mean, double certainty) =>
        Assert.Equal(certainty, WordCertainty.Of([Letter(mean), Letter(mean)]), 3);

    [Fact]
    public void It_is_of_the_mean_of_the_letters_wherever_they_stand() =>
        Assert.Equal(WordCertainty.Of([Letter(0.95f), Letter(0.95f)]), WordCertainty.Of([Letter(0.9f), Letter(1)]), 3);

    [Fact]
    public void A_surer_word_is_never_less_certain()
    {
        var certainties = Enumerable.Range(0, 1001).Select(mean => WordCertainty.Of([Letter(mean / 1000f)])).ToList();

        Assert.Equal(certainties.Order(), certainties);
    }

    private static ReadLetter Letter(float confidence) => new("a", confidence, 0, 0, 1);
}
