using VideoIndex.Speech.Honesty;

namespace VideoIndex.Speech.Tests.Honesty;

public class CalibrationTests
{
    [Fact]
    public void Without_measurement_a_model_is_taken_at_its_word()
    {
        Assert.Equal([0, 0.3, 1], new[] { 0, 0.3, 1 }.Select(p => Calibration.None.Of(p).Value));
        Assert.Equal(Calibration.None, Calibration.Fit([(0.5, true)]));
    }

    [Fact]
    public void A_model_that_boasts_is_brought_down()
    {
        var fitted = Calibration.Fit(Words(seed: 1, 20_000));

        Assert.InRange(fitted.Of(0.9).Value, 0.78, 0.84);
        Assert.InRange(fitted.ExpectedError(Words(seed: 2, 20_000)), 0, 0.02);
        Assert.InRange(Calibration.None.ExpectedError(Words(seed: 2, 20_000)), 0.1, 0.2);
    }

    [Fact]
    public void What_it_says_never_falls_as_the_probability_rises()
    {
        var fitted = Calibration.Fit(Words(seed: 3, 2_000), atLeast: 25);
        var said = Enumerable.Range(0, 101).Select(i => fitted.Of(i / 100.0).Value).ToArray();

        Assert.Equal(said.Order(), said);
    }

    // A word is right with the square of the probability that the model gives it.
    private static (double, bool)[] Words(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble()).Select(p => (p, random.NextDouble() < p * p))];
    }
}
