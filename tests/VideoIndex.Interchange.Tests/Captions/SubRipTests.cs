using VideoIndex.Interchange.Captions;

namespace VideoIndex.Interchange.Tests.Captions;

public sealed class SubRipTests
{
    private const string Two = "[1,2) one; [3,4) two";

    [Theory]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:03,000 --> 00:00:04,000\ntwo\n")]
    [InlineData("\uFEFF1\r\n00:00:01,000 --> 00:00:02,000\r\none\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\ntwo")]
    [InlineData("1\r00:00:01,000 --> 00:00:02,000\rone\r\r2\r00:00:03,000 --> 00:00:04,000\rtwo")]
    [InlineData("00:00:01.000 --> 00:00:02.000\none\n\n00:00:03.000 --> 00:00:04.000\ntwo")]
    [InlineData("00:01,0 --> 00:02\none\n00:03-->00:04  X1:1 X2:2\ntwo")]
    [InlineData("7\n00:00:03,000 --> 00:00:04,000\ntwo\n\n3\n00:00:01,000 --> 00:00:02,000\none\n\n")]
    [InlineData("1\n\n00:00:01,000 --> 00:00:02,000\n\none\n\n\n2\n\n00:00:03,000 --> 00:00:04,000\n\ntwo\n\n")]
    [InlineData("00:00:01,000 --> 00:00:02,000\n<i>one</i>\n\n00:00:03,000 --> 00:00:04,000\n{\\an8}two")]
    public void Every_way_of_writing_it_reads_the_same(string text) => Assert.Equal(Two, Cued.Of(SubRip.Read(text)));

    [Fact]
    public void Lines_of_a_cue_are_kept_apart() =>
        Assert.Equal("[1,2) one|two", Cued.Of(SubRip.Read("1\n00:00:01,000 --> 00:00:02,000\none\ntwo\n")));

    [Fact]
    public void A_number_that_is_said_is_kept() =>
        Assert.Equal("[1,2) 42; [3,4) 7", Cued.Of(SubRip.Read("1\n00:00:01,000 --> 00:00:02,000\n42\n\n2\n00:00:03,000 --> 00:00:04,000\n7\n")));

    [Fact]
    public void Milliseconds_are_exact() =>
        Assert.Equal("[3661001/1000,3661999/1000) x", Cued.Of(SubRip.Read("01:01:01,001 --> 01:01:01,999\nx")));

    [Fact]
    public void Two_people_may_speak_at_once() =>
        Assert.Equal("[1,3) a; [2,4) b", Cued.Of(SubRip.Read("00:01,000 --> 00:03,000\na\n\n00:02,000 --> 00:04,000\nb")));

    [Fact]
    public void A_cue_that_runs_backwards_is_left_out_and_told() => Assert.Equal(
        "[1,2) a; 1 cue ends no later than it starts; it was left out.",
        Cued.Of(SubRip.Read("00:01,000 --> 00:02,000\na\n\n00:05,000 --> 00:04,000\nb")));

    [Fact]
    public void Times_that_cannot_be_read_are_told() => Assert.Equal(
        "[1,2) a; 2 cues have times that could not be read; they were left out.",
        Cued.Of(SubRip.Read("00:01,000 --> 00:02,000\na\n\nsoon --> later\nb\n\n00:99:00,000 --> 01:00:00,000\nc")));

    [Fact]
    public void Times_no_video_has_are_told() => Assert.Equal(
        "1 cue has times that could not be read; it was left out.", Cued.Of(SubRip.Read("00:00:01,000 --> 999999999:00:00,000\na")));
}
