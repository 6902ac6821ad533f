using VideoIndex.Media;
using VideoIndex.Pipeline.Assembly;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Pipeline.Tests.Assembly;

public sealed class PlayersZeroTests
{
    [Theory]
    [InlineData(0, 0, null, "0")] // everything at zero
    [InlineData(25, 25, 166, "166/1000")] // pictures 0.834 s after the sound
    [InlineData(25, 25, 1500, "1")] // sound after the pictures
    [InlineData(1086825, 1086825, 43473000, "43473")] // a transport stream in its thirteenth hour
    [InlineData(-50, -50, null, "-2")] // a transport stream over the end of its clock
    [InlineData(25, 75, null, "1")] // the first two seconds cannot be decoded, and are still there
    [InlineData(50, 25, null, "1")] // the first frame is shown earlier than the container says
    public void Zero_is_the_earliest_of_what_a_player_plays(long startTicks, long firstFrame, int? soundMilliseconds, string zero) =>
        Assert.Equal(A.Time(zero), PlayersZero.Of(Probe("mov,mp4", startTicks, soundMilliseconds), firstFrame));

    [Fact]
    public void In_AVI_the_first_decoded_frame_speaks_for_the_pictures() =>
        Assert.Equal(A.Time("1/25"), PlayersZero.Of(Probe("avi", 0, null), firstFrame: 1));

    [Fact]
    public void Only_the_track_a_player_starts_with_counts()
    {
        var probe = Probe("mov,mp4", 25, 2000);

        Assert.Equal(A.Time("1"), PlayersZero.Of(probe with { Audio = [.. probe.Audio, Film.Sound(0)] }, firstFrame: 25));
    }

    private static MediaProbe Probe(string format, long start, int? sound) =>
        Film.Of(Film.Pictures(start)) with { Format = format, Audio = sound is { } at ? [Film.Sound(at)] : [] };
}
