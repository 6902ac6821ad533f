using VideoIndex.Vision.ScreenText.Reading;

namespace VideoIndex.Vision.Tests.ScreenText.Reading;

public sealed class CtcReadingTests
{
    private static readonly string[] Letters = ["", "A", "B", " ", " "];

    [Theory]
    [InlineData("", "")]
    [InlineData("....", "")]
    [InlineData("AAA", "A")]
    [InlineData("A.A", "AA")]
    [InlineData("AAB.B", "ABB")]
    [InlineData("A__B", "A B")]
    [InlineData("A=.B_", "A B ")]
    public void Neighbours_that_are_alike_are_one_and_steps_without_a_letter_go(string path, string text) =>
        Assert.Equal(text, string.Concat(Read(path).Select(letter => letter.Text)));

    [Fact]
    public void A_letter_is_as_sure_as_its_surest_step_and_stands_there()
    {
        var shares = Shares(".AAA.");
        shares[(2 * Letters.Length) + 1] = 0.95f;

        var letter = Assert.Single(CtcReading.Letters(shares, Letters, 5));

        Assert.Equal(new ReadLetter("A", 0.95f, 2, 1, 4), letter);
    }

    [Fact]
    public void Steps_that_see_only_what_was_filled_up_do_not_count() =>
        Assert.Equal("A", Assert.Single(CtcReading.Letters(Shares("A.B"), Letters, 2)).Text);

    [Fact]
    public void Shares_that_are_no_numbers_are_no_letters() =>
        Assert.Empty(CtcReading.Letters(Enumerable.Repeat(float.NaN, 3 * Letters.Length).ToArray(), Letters, 3));

    private static IReadOnlyList<ReadLetter> Read(string path) => CtcReading.Letters(Shares(path), Letters, path.Length);

    // A dot is no letter; _ and = are the two spaces.
    private static float[] Shares(string path)
    {
        var shares = new float[path.Length * Letters.Length];
        for (var step = 0; step < path.Length; step++)
        {
            shares[(step * Letters.Length) + ".AB_=".IndexOf(path[step], StringComparison.Ordinal)] = 0.8f;
        }

        return shares;
    }
}
