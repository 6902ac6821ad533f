using VideoIndex.Speech.Timing;

namespace VideoIndex.Speech.Tests.Timing;

public class HundredthsTests
{
    [Theory]
    [InlineData(2.675, 2.67)] // its floating value lies below
    [InlineData(0.125, 0.12)] // a true half
    [InlineData(0.375, 0.38)]
    [InlineData(1.005, 1.00)]
    [InlineData(0.13, 0.13)]
    [InlineData(14399.995000000001, 14400)]
    [InlineData(-0.125, -0.12)]
    public void Halves_are_judged_by_the_exact_value(double value, double rounded)
    {
        Assert.Equal(rounded, Hundredths.Round(value));
    }
}
