using VideoIndex.Ffmpeg.Captions.Pictures;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Captions;

public sealed class TransportStreamTests
{
    [Fact]
    public void Random_bytes_hold_no_pictures_and_stop_nothing()
    {
        var random = new Random(188);
        var pictures = 0;
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(40) * TransportStream.PacketLength + random.Next(100)];
            random.NextBytes(bytes);
            for (var at = 0; at + 9 < bytes.Length; at += TransportStream.PacketLength)
            {
                // Good enough to be looked at: the sync byte, a start, a payload, and in some a unit of pictures.
                (bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]) = (0x47, (byte)(0x40 * random.Next(2)), 0, 0x10);
                (bytes[at + 4], bytes[at + 5], bytes[at + 6], bytes[at + 7]) = (0, 0, (byte)random.Next(2), 0xE0);
            }

            TransportStream.Read(new MemoryStream(bytes), (_, _, picture) => pictures += picture.Length >= 0 ? 1 : 0);
        }

        Assert.NotEqual(0, pictures);
    }

    [Theory]
    [InlineData(1, 30_000, 1001)] // NTSC
    [InlineData(1, 24_000, 1001)] // film on television: 3753.75 units a frame
    [InlineData(1, 1_000, 33)]
    [InlineData(1, 12_800, 512)]
    [InlineData(1001, 30_000, 1)]
    public void Ninety_thousandths_lead_back_to_the_exact_frame(long top, long bottom, long ticksEach)
    {
        var timeBase = new Rational(top, bottom);
        var clock = new BroadcastClock(default, timeBase);
        for (var frame = -500; frame < 100_000; frame += 7)
        {
            var exact = new Rational(frame * ticksEach, 1) * timeBase;
            var written = (exact * new Rational(BroadcastClock.Rate, 1)).Round();

            Assert.Equal(exact, clock.Exact(written).Seconds);
        }
    }

    [Fact]
    public void Times_run_on_when_thirty_three_bits_are_full()
    {
        var clock = new BroadcastClock(new MediaTime(new Rational(95_443, 1)), new Rational(1, 90_000));

        Assert.Equal((1L << 33) - 1, clock.Unwrap((1L << 33) - 1));
        Assert.Equal((1L << 33) + 3002, clock.Unwrap(3002));
        Assert.Equal((1L << 33) - 2, clock.Unwrap((1L << 33) - 2));
    }

    [Fact]
    public void Times_before_zero_are_told_from_late_ones() =>
        Assert.Equal(-45_000, new BroadcastClock(default, new Rational(1, 90_000)).Unwrap((1L << 33) - 45_000));
}
