using System.Numerics;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Timing;

public sealed class RationalTests
{
    private static readonly Rational Largest = new(long.MaxValue, 1);

    [Fact]
    public void What_is_added_can_be_taken_away_and_what_is_multiplied_divided()
    {
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var (a, b) = (Any(random), Any(random));

            Assert.Equal(a, a + b - b);
            Assert.Equal(a, b == default ? a : a * b / b);
        }
    }

    [Fact]
    public void Order_is_that_of_the_cross_products()
    {
        var random = new Random(2);
        for (var i = 0; i < 10_000; i++)
        {
            var (a, b) = (AnyLong(random), AnyLong(random));
            var expected = ((BigInteger)a.Numerator * b.Denominator).CompareTo((BigInteger)b.Numerator * a.Denominator);

            Assert.Equal(expected, a.CompareTo(b));
            Assert.Equal(expected == 0, a == b);
        }
    }

    [Fact]
    public void A_fraction_is_in_lowest_terms_whatever_made_it()
    {
        var random = new Random(3);
        for (var i = 0; i < 10_000; i++)
        {
            var value = Any(random) * Any(random) + Any(random);

            Assert.True(value.Denominator > 0);
            Assert.True(BigInteger.GreatestCommonDivisor(value.Numerator, value.Denominator).IsOne);
        }
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var random = new Random(4);
        for (var i = 0; i < 1_000; i++)
        {
            var value = AnyLong(random);

            Assert.True(Rational.TryParse(value.ToString(), out var back));
            Assert.Equal(value, back);
        }
    }

    [Theory]
    [InlineData("7/2", 3, 4)]
    [InlineData("-7/2", -4, -3)] // a half rounds up
    [InlineData("-1/3", -1, 0)]
    [InlineData("6", 6, 6)]
    public void Floor_goes_down_and_round_to_the_nearest(string text, long floor, long round)
    {
        Assert.True(Rational.TryParse(text, out var value));

        Assert.Equal((floor, round), (value.Floor(), value.Round()));
    }

    [Fact]
    public void What_does_not_fit_64_bits_is_refused_rather_than_rounded()
    {
        Assert.Throws<OverflowException>(() => Largest + Largest);
        Assert.Throws<OverflowException>(() => Largest * new Rational(3, 2));
        Assert.Throws<OverflowException>(() => new Rational(1, long.MaxValue) * new Rational(1, 2));
        Assert.Throws<OverflowException>(() => -new Rational(long.MinValue, 1));
        Assert.Throws<DivideByZeroException>(() => Largest / default(Rational));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rational(1, 0));
    }

    [Fact]
    public void The_default_is_zero() => Assert.Equal((0L, 1L, "0"), (default(Rational).Numerator, default(Rational).Denominator, default(Rational).ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("1/0")]
    [InlineData("1/-2")]
    [InlineData("1.5")]
    [InlineData("1/2/3")]
    [InlineData("9223372036854775808")]
    public void What_is_no_fraction_is_not_read(string text) => Assert.False(Rational.TryParse(text, out _));

    private static Rational Any(Random random) => new(random.Next(-100_000, 100_000), random.Next(1, 100_000));

    private static Rational AnyLong(Random random) => new(random.NextInt64(long.MinValue + 1, long.MaxValue), random.NextInt64(1, long.MaxValue));
}
