using VideoIndex.Inference;
using VideoIndex.Speech.Decoding.Rules;

namespace VideoIndex.Speech.Tests.Decoding;

public sealed class LogitsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(51_865)]
    public void Sums_and_maxima_are_those_of_a_plain_loop(int count)
    {
        var random = new Random(count);
        var values = Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() * 30 - 15)).ToArray();
        values[count / 2] = float.NegativeInfinity;
        values[^1] = 3;

        Assert.Equal(values.Max(), Logits.Max(values));
        Assert.Equal(Array.IndexOf(values, values.Max()), Logits.IndexOf(values, values.Max()));
        Assert.Equal(Math.Log(values.Sum(value => Math.Exp(value))), Logits.LogSumExp(values), 1e-5);
    }

    [Fact]
    public void The_greatest_come_first_and_of_equals_the_first()
    {
        var random = new Random(5);
        var values = Enumerable.Range(0, 1000).Select(_ => (float)random.Next(300)).ToArray();
        var places = new int[6];

        Assert.Equal(6, Logits.Top(values, places));
        Assert.Equal(values.Select((value, at) => (value, at)).OrderByDescending(pair => pair.value).ThenBy(pair => pair.at).Take(6).Select(pair => pair.at), places);
    }

    [Fact]
    public void What_is_forbidden_is_never_among_the_greatest()
    {
        var values = Enumerable.Repeat(float.NegativeInfinity, 100).ToArray();
        values[97] = -50;
        var places = new int[6];

        Assert.Equal(1, Logits.Top(values, places));
        Assert.Equal(97, places[0]);
        Assert.Equal(float.NegativeInfinity, Logits.LogSumExp(values.AsSpan(0, 90)));
    }

    [Fact]
    public void Something_that_is_not_a_number_is_refused_and_not_passed_on()
    {
        var values = new float[100];
        values[50] = float.NaN;

        Assert.Equal("not-a-number", Assert.Throws<ModelException>(() => Logits.LogSumExp(values)).Code);
        Array.Fill(values, float.NaN);
        Assert.Equal("not-a-number", Assert.Throws<ModelException>(() => Logits.LogSumExp(values)).Code);
    }
}
