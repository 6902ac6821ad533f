using System.Text;
using VideoIndex.Ffmpeg.Captions.Tracks;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Captions;

public sealed class TextTrackTests
{
    [Fact]
    public void Times_are_moved_to_the_players_clock() =>
        Assert.Equal("subrip track 1 [1/2, 3/2) hello", Read("subrip", zero: 10_000, (10_500, 1_000, "hello")));

    [Fact]
    public void A_cue_without_a_length_lasts_until_the_next() => Assert.Equal(
        "subrip track 1 [0, 2) one\nsubrip track 1 [2, 6) two",
        Read("subrip", zero: 0, (0, null, "one"), (2_000, null, "two")));

    [Fact]
    public void An_empty_sample_ends_a_cue() => Assert.Equal(
        "mov_text track 1 [0, 2) one", Read("mov_text", zero: 0, (0, null, "\0\u0003one"), (2_000, null, "\0\0")));

    [Fact]
    public void A_line_repeated_without_a_gap_is_one() => Assert.Equal(
        "ass track 1 [0, 3) sing", Read("ass", zero: 0, (0, 2_000, "0,0,Default,,0,0,0,,{\\k20}sing"), (2_000, 1_000, "1,0,Default,,0,0,0,,sing")));

    [Fact]
    public void What_ends_before_the_player_starts_is_left_out() => Assert.Equal(
        "webvtt track 1 [0, 1) kept", Read("webvtt", zero: 5_000, (1_000, 1_000, "gone"), (4_000, 2_000, "kept")));

    [Fact]
    public void Captions_of_a_quicktime_track_are_decoded() => Assert.Equal(
        "cea-608 CC1 [1, 3) HI",
        Told.Of(TextTrack.Read(Track("eia_608"), [Pairs(0, "{RCL}HI"), Pairs(1_000, "{EOC}"), Pairs(3_000, "{EDM}")], default)));

    [Theory]
    [InlineData("mov_text", "0005 68656c6c6f 0000000c7374796c", "hello")]
    [InlineData("mov_text", "0006 feff30423044", "あい")]
    [InlineData("mov_text", "ffff 6869", "hi")]
    [InlineData("mov_text", "00", "")]
    [InlineData("ass", "302c302c442c2c302c302c302c2c7b5c69317d486f772c205c4e7965733f", "How,\nyes?")]
    [InlineData("ass", "302c30", "")]
    [InlineData("subrip", "3c693e68693c2f693e", "hi")]
    public void A_packet_is_read_as_its_codec_writes_it(string codec, string hex, string text) =>
        Assert.Equal(text, TextPayload.Read(codec, Convert.FromHexString(hex.Replace(" ", ""))));

    [Fact]
    public void Any_payload_at_all_is_survived()
    {
        var random = new Random(3);
        for (var round = 0; round < 3_000; round++)
        {
            var payload = new byte[random.Next(200)];
            random.NextBytes(payload);
            foreach (var codec in (string[])["mov_text", "ass", "webvtt"])
            {
                Assert.InRange(TextPayload.Read(codec, payload).Length, 0, 600);
            }
        }
    }

    private static string Read(string codec, long zero, params (long Start, long? Duration, string Text)[] packets)
    {
        var list = packets.Select(packet => new TextPacket(2, packet.Start, packet.Duration, Encoding.UTF8.GetBytes(packet.Text)));
        return Told.Of(TextTrack.Read(Track(codec), [.. list], MediaTime.FromTimestamp(zero, new Rational(1, 1000))));
    }

    private static CaptionTrack Track(string codec) => new() { Index = 2, Number = 1, Codec = codec, TimeBase = new Rational(1, 1000) };

    private static TextPacket Pairs(long start, string script) => new(
        2, start, null, [.. PairScript.Pairs(script).SelectMany(pair => new byte[] { 0xFC, pair.First, pair.Second })]);
}
