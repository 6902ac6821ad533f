using VideoIndex.Hearing;

namespace VideoIndex.Tests.Hearing;

public sealed class ChannelLikenessTests
{
    [Fact]
    public void The_same_on_both_is_one_sound() => Assert.Equal(ChannelPlan.Mixed, Decide(second => (1, 1)));

    [Fact]
    public void A_voice_to_one_side_of_a_room_is_one_sound() => Assert.Equal(ChannelPlan.Mixed, Decide(second => second % 2 == 0 ? (1, 0.5) : (0.5, 1)));

    [Fact]
    public void Who_speaks_in_turn_on_a_channel_of_their_own_is_split() => Assert.Equal(ChannelPlan.Split, Decide(second => second % 2 == 0 ? (1, 0.05) : (0.05, 1)));

    [Fact]
    public void A_short_answer_on_the_other_channel_is_enough() => Assert.Equal(ChannelPlan.Split, Decide(second => second % 5 == 0 ? (0.02, 1) : (1, 0.02)));

    [Fact]
    public void One_effect_on_one_side_of_ordinary_stereo_is_not() => Assert.Equal(ChannelPlan.Mixed, Decide(second => second == 7 ? (0, 1) : (1, 0.9)));

    [Fact]
    public void Where_one_is_silent_the_other_is_heard()
    {
        Assert.Equal(ChannelPlan.LeftAlone, Decide(_ => (1, 0)));
        Assert.Equal(ChannelPlan.RightAlone, Decide(_ => (0, 1)));
        Assert.Equal(ChannelPlan.Mixed, Decide(_ => (0, 0)));
    }

    [Fact]
    public void Silence_in_between_decides_nothing() => Assert.Equal(ChannelPlan.Split, Decide(second => (second % 6) switch { 0 => (1, 0.01), 3 => (0.01, 1), _ => (0.001, 0.001) }));

    [Fact]
    public void People_who_often_speak_at_once_are_split_all_the_same() =>
        Assert.Equal(ChannelPlan.Split, Decide(second => (second % 4) switch { 0 => (1, 0.02), 1 => (0.02, 1), _ => (1, 1) }, unlike: true));

    [Fact]
    public void Music_that_is_wide_is_one_sound() => Assert.Equal(ChannelPlan.Mixed, Decide(second => second % 8 == 0 ? (1, 0.2) : (1, 0.9), unlike: true));

    private static ChannelPlan Decide(Func<int, (double Left, double Right)> loudness, bool unlike = false)
    {
        var likeness = new ChannelLikeness();
        var random = new Random(5);
        for (var second = 0; second < 20; second++)
        {
            var (left, right) = loudness(second);
            var samples = new short[2 * ISound.Rate];
            for (var at = 0; at < samples.Length; at += 2)
            {
                var sample = 10_000 * (random.NextDouble() - 0.5);
                var other = unlike ? 10_000 * (random.NextDouble() - 0.5) : sample;
                (samples[at], samples[at + 1]) = ((short)(left * sample), (short)(right * other));
            }

            likeness.Add(samples);
        }

        return likeness.Decide();
    }
}
