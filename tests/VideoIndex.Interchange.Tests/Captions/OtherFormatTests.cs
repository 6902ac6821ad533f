using VideoIndex.Interchange.Captions;
using VideoIndex.Interchange.Captions.Ttml;

namespace VideoIndex.Interchange.Tests.Captions;

public sealed class OtherFormatTests
{
    [Fact]
    public void Sub_station_dialogue_is_read_by_its_own_columns()
    {
        const string Text = """
            [Script Info]
            Dialogue: 0,0:00:09.00,0:00:10.00,not,this
            [Events]
            Format: Start, End, Style, Text
            Comment: 0:00:07.00,0:00:08.00,Default,nor this
            Dialogue: 0:00:03.00,0:00:04.25,Default,{\i1}two{\i0}, with\Ncommas
            Dialogue: 0:00:01.00,0:00:02.00,Default,one
            Dialogue: later,0:00:02.00,Default,lost
            """;

        Assert.Equal(
            "[1,2) one; [3,17/4) two, with|commas; 1 cue has times that could not be read; it was left out.",
            Cued.Of(SubStation.Read(Text)));
    }

    [Fact]
    public void Sub_viewer_captions_are_read() =>
        Assert.Equal("[3/2,2) one|more; [3,4) two", Cued.Of(SubViewer.Read("0:00:01.500,0:00:02.000\none\nmore\n\n0:00:03.000,0:00:04.000\ntwo\n")));

    [Fact]
    public void Timed_text_is_read_whatever_its_clock()
    {
        const string Text = """
            <?xml version="1.0" encoding="utf-8"?>
            <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"
                ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001" ttp:tickRate="10000000">
              <head><styling><style id="s"/></styling></head>
              <body begin="1s"><div>
                <p begin="00:00:01.500" end="00:00:02.000">Hello<br/>
                    <span>there</span></p>
                <p begin="00:00:03:15" dur="500ms">frames</p>
                <p begin="90000000t" end="30f">ticks, backwards</p>
                <p begin="0.25m" end="0.01h">offsets &amp; more</p>
                <p begin="now">lost</p>
              </div></body>
            </tt>
            """;

        Assert.Equal(
            "[5/2,3) Hello|there; [9001/2000,10001/2000) frames; [16,37) offsets & more; "
            + "1 cue has times that could not be read; it was left out.; 1 cue ends no later than it starts; it was left out.",
            Cued.Of(TimedText.Read(Text)));
    }

    [Theory]
    [InlineData("<tt><p begin='1s' end='2s'>cut off")]
    [InlineData("<!DOCTYPE tt [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><tt><p begin='1s' end='2s'>&a;</p></tt>")]
    [InlineData("")]
    public void Timed_text_that_is_damaged_or_hostile_is_refused(string text) =>
        Assert.Equal("it is not well-formed XML without a DTD.", Cued.Of(TimedText.Read(text)));

    [Fact]
    public void Any_text_at_all_is_survived()
    {
        var random = new Random(9);
        var pieces = (string[])["[Events]\n", "Format:", "Dialogue:", "Start", "End", "Text", ",", "0:00:01.00", "\n", "{", "}", "<p begin='", "999999999999h'>", "</p>", "<tt>", "</tt>", "f", "1"];
        for (var round = 0; round < 5_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)]));

            Assert.NotNull(SubStation.Read(text));
            Assert.NotNull(SubViewer.Read(text));
            Assert.NotNull(TimedText.Read(text));
        }
    }

    [Fact]
    public void Times_no_clock_can_hold_are_refused() => Assert.Equal(
        "it has times that no clock can hold.",
        Cued.Of(TimedText.Read(
            "<tt xmlns:ttp='http://www.w3.org/ns/ttml#parameter' ttp:frameRateMultiplier='999999937 999999929'>"
            + "<p begin='987654321987.654321f' end='1s'>x</p></tt>")));
}
