using VideoIndex.Interchange.Importing;
using VideoIndex.Interchange.Tests.Exporting.Cues;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Importing.Tables;

public sealed class CaptionImportTests
{
    private const string Srt = "1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:00:03,500 --> 00:00:04,000\nthere\n";

    [Theory]
    [InlineData("srt", Srt)]
    [InlineData("vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n\n00:03.500 --> 00:04.000\nthere\n")]
    [InlineData("sbv", "0:00:01.000,0:00:02.000\nHello\n\n0:00:03.500,0:00:04.000\nthere\n")]
    [InlineData("ass", "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,,Hello\nDialogue: 0,0:00:03.50,0:00:04.00,,,0,0,0,,there\n")]
    [InlineData("ttml", "<tt xmlns='http://www.w3.org/ns/ttml'><body><div><p begin='1s' end='2s'>Hello</p><p begin='3.5s' end='4s'>there</p></div></body></tt>")]
    public void Captions_become_a_transcript(string format, string text)
    {
        var reader = ImportReaders.Named(format)!;
        var reading = reader.Read(text, Taking.Match);
        Assert.True(reader.Recognises(text));
        Assert.Equal(": Hello [1,2); : there [7/2,4)", reading.Told());
        Assert.Equal(new Origin("import", "list.csv"), reading.Transcripts[0].Origin);
    }

    [Fact]
    public void Captions_become_tags_where_that_is_wanted() => Assert.Equal(
        "note Hello [1,2); note there [7/2,4)", Taking.In("srt", Srt, Taking.Match with { AsTranscript = false, Kind = "note" }).Told());

    [Theory]
    [InlineData("srt", Srt, "Match Day.de.srt", null, "de")]
    [InlineData("srt", Srt, "Match Day.de.srt", "fr", "fr")]
    [InlineData("srt", Srt, "other.de.srt", null, null)]
    [InlineData("vtt", "WEBVTT\nKind: captions\nLanguage: pt-BR\n\n00:01.000 --> 00:02.000\nHello\n", "a.vtt", null, "pt-BR")]
    [InlineData("ttml", "<tt xml:lang='ja' xmlns='http://www.w3.org/ns/ttml'><body><p begin='1s' end='2s'>Hello</p></body></tt>", "a.ttml", null, "ja")]
    public void The_language_is_the_one_ordered_or_the_file_s(string format, string text, string name, string? ordered, string? language) =>
        Assert.Equal(language, Taking.In(format, text, new ImportOrder(Taking.Match.Video, name) { Language = ordered }).Transcripts[0].Language);

    [Fact]
    public void An_offset_moves_them() => Assert.Equal(": Hello [3/2,5/2); : there [4,9/2)", Taking.In("srt", Srt, Taking.Match with { Offset = new Rational(1, 2) }).Told());

    // Frame 25 of a film that was sped up to 25 is shown at 1 s there, and at 25 x 1001/24000 s here.
    [Fact]
    public void Captions_timed_for_another_rate_are_put_on_the_same_frames()
    {
        var film = new ImportOrder(Leaving.Video(FrameRate.NtscFilm, 3600), "film.srt") { Rate = FrameRate.Pal };
        Assert.Equal(": Hello [1001/960,1001/480); : there [7007/1920,1001/240)", Taking.In("srt", Srt, film).Told());
    }

    [Fact]
    public void Captions_that_count_from_a_programme_s_start_are_told_its_label() => Assert.Equal(
        ": Hello [1,2)", Taking.In("srt", "1\n10:00:01,000 --> 10:00:02,000\nHello\n", Taking.Match with { Start = "10:00:00;00" }).Told());

    [Fact]
    public void What_lies_outside_the_video_is_said() => Assert.Equal(
        ": Hello [1,2); : late [119,3003/25); 1 cue lies outside the video and was left out: the first begins at 0:02:30.000, and the video ends at 0:02:00.120.; 1 cue reaches beyond the video and was cut there.",
        Taking.In("srt", "1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:01:59,000 --> 00:02:03,000\nlate\n\n3\n00:02:30,000 --> 00:02:31,000\ngone\n").Told());

    [Theory]
    [InlineData("1\n01:00:01,000 --> 01:00:02,000\nHello\n", null, "bad-import: No cue of 'list.csv' lies within the video: the first begins at 1:00:01.000, and the video ends at 0:02:00.120. If the file counts from another zero, give an offset.")]
    [InlineData(Srt, -7200, "bad-import: No cue of 'list.csv' lies within the video: the first begins 1:59:59.000 before the video. If the file counts from another zero, give an offset.")]
    [InlineData("Dear diary", null, "bad-import: 'list.csv' holds no captions that can be read as srt.")]
    [InlineData("1\n00:00:99,000 --> 00:00:02,000\nHello\n", null, "bad-import: 'list.csv' holds no captions that can be read as srt. 1 cue has times that could not be read; it was left out.")]
    public void What_cannot_be_this_video_s_is_refused(string text, int? offset, string why) =>
        Assert.Equal(why, Taking.Refused("srt", text, Taking.Match with { Offset = new Rational(offset ?? 0, 1) }));

    [Fact]
    public void A_video_of_varying_rate_cannot_be_scaled_to() => Assert.StartsWith(
        "wrong-rate: The video's own rate varies", Taking.Refused("srt", Srt, new ImportOrder(Leaving.Video(null, 3600), "a.srt") { Rate = FrameRate.Pal }));

    [Fact]
    public void A_start_that_is_no_label_is_refused() => Assert.Equal(
        "bad-start: '10:00:99:00' is no timecode at 30000/1001 frames a second.", Taking.Refused("srt", Srt, Taking.Match with { Start = "10:00:99:00" }));

    [Theory]
    [InlineData("srt")]
    [InlineData("vtt")]
    [InlineData("imsc")]
    public void What_left_as_captions_comes_back(string format)
    {
        var sheet = Leaving.Match([.. Enumerable.Range(0, 20).Select(at => Leaving.Moment(at * 60, (at * 60) + 45, $"moment {at}"))]);
        var reading = Taking.In(format == "imsc" ? "ttml" : format, sheet.Text(format));
        var labels = Taking.Match.Video.Timecodes!;
        Assert.Equal(
            sheet.Videos[0].Moments.Select(moment => (moment.Name, labels.FramesOf(moment.Span))),
            reading.Transcripts[0].Utterances.Select(said => (said.Text, labels.FramesOf(said.Span))));
    }
}
