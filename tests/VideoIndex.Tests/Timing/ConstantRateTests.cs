using VideoIndex.Timing;

namespace VideoIndex.Tests.Timing;

public sealed class ConstantRateTests
{
    private static readonly Rational Milliseconds = new(1, 1000);

    public static TheoryData<string> Rates => ["24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60", "12", "100"];

    [Theory]
    [MemberData(nameof(Rates))]
    public void A_constant_rate_shows_through_milliseconds(string text)
    {
        Assert.True(FrameRate.TryParse(text, out var rate));
        var times = Enumerable.Range(0, 2000).Select(frame => (rate.StartOf(frame).Seconds * new Rational(1000, 1)).Round());

        Assert.Equal(rate, ConstantRate.Of([.. times], Milliseconds, [rate]));
    }

    [Theory]
    [InlineData("0 40 80 120 160", "25")]
    [InlineData("0", null)]
    [InlineData("", null)]
    [InlineData("0 40 95 120 160", null)] // one frame late
    [InlineData("0 40 80 200 240", null)] // more than one in twenty is missing
    [InlineData("7 47 87 127 167", "25")] // wherever it starts
    public void Frames_keep_a_rate_or_none(string milliseconds, string? rate) =>
        Assert.Equal(rate, ConstantRate.Of(Read(milliseconds), Milliseconds, [])?.ToString());

    [Fact]
    public void A_lost_frame_in_a_minute_does_not_make_a_rate_variable() =>
        Assert.Equal(FrameRate.Pal, ConstantRate.Of([.. Enumerable.Range(0, 1500).Where(frame => frame != 700).Select(frame => frame * 3600L)], new Rational(1, 90_000), []));

    [Fact]
    public void A_declared_rate_no_frame_keeps_is_not_believed() =>
        Assert.Equal(FrameRate.Pal, ConstantRate.Of(Read("0 40 80 120 160"), Milliseconds, [FrameRate.Ntsc]));

    private static List<long> Read(string times) => [.. times.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];
}
