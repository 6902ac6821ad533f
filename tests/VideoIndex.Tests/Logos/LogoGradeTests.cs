using VideoIndex.Logos.Recognition;

namespace VideoIndex.Tests.Logos;

public sealed class LogoGradeTests
{
    [Theory]
    [InlineData('A', 60)]
    [InlineData('B', 59)]
    [InlineData('B', 30)]
    [InlineData('C', 29)]
    public void A_logo_is_as_good_as_its_best_example(char letter, int places) =>
        Assert.Equal(new LogoGrade(letter, places, 2), LogoGrade.Of([Example(3), Example(places)]));

    [Fact]
    public void Only_what_is_rich_needs_no_advice()
    {
        Assert.Null(LogoGrade.Of([Example(80)]).Advice);
        Assert.Contains("second picture", LogoGrade.Of([Example(40)]).Advice);
        Assert.Contains("in use", LogoGrade.Of([Example(10)]).Advice);
    }

    [Fact]
    public void A_logo_without_a_picture_is_said_to_have_none()
    {
        var grade = LogoGrade.Of([]);

        Assert.Equal(('C', 0), (grade.Letter, grade.Places));
        Assert.Contains("no picture", grade.Says);
    }

    private static KnownExample Example(int places) =>
        new(default, [.. Enumerable.Range(0, places).Select(place => new KnownFeature(default, default, place, false))]);
}
