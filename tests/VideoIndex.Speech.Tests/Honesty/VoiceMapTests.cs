using VideoIndex.Speech.Honesty;

namespace VideoIndex.Speech.Tests.Honesty;

public class VoiceMapTests
{
    private readonly VoiceMap _map = new([Drafts.Span(5, 7), Drafts.Span(1, 2), Drafts.Span(6, 8), Drafts.Span(8, 9)]);

    [Theory]
    [InlineData(0, 10, 0, 5)]
    [InlineData(1.5, 5.5, 0, 1)]
    [InlineData(3, 4, 0, 0)]
    [InlineData(3, 4, 1.5, 1)]
    [InlineData(9, 12, 0, 0)]
    public void Seconds_of_speech_are_counted_once(double start, double end, double margin, double seconds)
    {
        Assert.Equal(seconds, _map.Within(Drafts.Span(start, end), margin), 1e-9);
    }

    [Theory]
    [InlineData(2, 2, 0.1, true)]
    [InlineData(2.2, 2.2, 0.1, false)]
    [InlineData(0, 0.9, 0.2, true)]
    [InlineData(9.5, 20, 0.4, false)]
    public void A_span_however_short_is_near_a_voice_or_not(double start, double end, double margin, bool near)
    {
        Assert.Equal(near, _map.Touches(Drafts.Span(start, end), margin));
    }

    [Fact]
    public void Stretches_that_touch_are_one()
    {
        Assert.Equal([Drafts.Span(5, 9)], _map.In(Drafts.Span(5, 6)));
    }
}
