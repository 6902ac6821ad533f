using VideoIndex.Interchange.Captions;

namespace VideoIndex.Interchange.Tests.Captions;

public sealed class WebVttTests
{
    [Fact]
    public void Everything_but_the_cues_is_passed_over()
    {
        const string Text = """
            WEBVTT - a title
            X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000

            STYLE
            ::cue(b) { color: red }

            REGION
            id:fred

            NOTE a remark
            over two lines

            first cue
            00:01.000 --> 00:02.500 align:start position:10%
            <v Roger>Hello &amp; <c.loud>welcome</c>

            NOTE

            00:00:03.000 --> 01:00:04.000
            - two
            - lines
            """;

        Assert.Equal("[1,5/2) Hello & welcome; [3,3604) - two|- lines", Cued.Of(WebVtt.Read(Text)));
    }

    [Fact]
    public void A_forgotten_blank_line_loses_no_cue() =>
        Assert.Equal("[1,2) a; [2,3) b", Cued.Of(WebVtt.Read("WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb\n")));

    [Fact]
    public void A_missing_header_is_forgiven() =>
        Assert.Equal("[1,2) a", Cued.Of(WebVtt.Read("00:01.000 --> 00:02.000\r\na\r\n")));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_text_at_all_is_survived(bool subRip)
    {
        var random = new Random(7);
        var pieces = (string[])["00:01.000", "00:02.500", " --> ", "-->", "99999999:00:00,5", "\n", "\n\n", "\r", "NOTE", "STYLE", "1", "<", ":", ",", ".", "-", "\0", "x"];
        var found = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)]));
            found += (subRip ? SubRip.Read(text) : WebVtt.Read(text)).Utterances.Count;
        }

        Assert.NotEqual(0, found);
    }
}
