using VideoIndex.Interchange.Importing;
using VideoIndex.Interchange.Tests.Exporting.Timelines;
using VideoIndex.Timing;
using VideoIndex.Videos;
using static VideoIndex.Interchange.Tests.Importing.Timelines.OtioFile;

namespace VideoIndex.Interchange.Tests.Importing.Timelines;

public sealed class OtioOrderTests
{
    private static readonly Video Match = Footage.Video("/media/a.mov", FrameRate.Ntsc, 500);

    [Theory]
    [InlineData("29.97")]
    [InlineData("29.97002997002997")]
    public void A_rate_written_as_a_decimal_is_the_fraction_it_stands_for(string rate)
    {
        var reading = Read(Marked(37, 11, rate));

        Assert.Equal(Span(37, 48), Assert.Single(reading.Tags).Span);
        Assert.Empty(reading.Complaints);
    }

    [Fact]
    public void Another_rate_is_taken_as_seconds_and_said()
    {
        var reading = Read(Marked(50, 25, "25"));

        Assert.Equal("[2 s, 3 s)", Assert.Single(reading.Tags).Span.ToString());
        Assert.Contains("counts 25 frames a second and the video has 30000/1001", Assert.Single(reading.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_that_is_given_counts_the_frames_of_the_file() =>
        Assert.Equal(Span(50, 75), Assert.Single(Read(Marked(50, 25, "25"), order => order with { Rate = FrameRate.Ntsc }).Tags).Span);

    [Fact]
    public void An_offset_moves_everything() =>
        Assert.Equal(Span(35, 40), Assert.Single(Read(Marked(50, 5, "29.97"), order => order with { Offset = new Rational(-15 * 1001, 30000) }).Tags).Span);

    [Fact]
    public void A_start_is_the_label_of_the_first_frame_in_the_file_s_time()
    {
        var hour = Footage.Label("01:00:00;00", FrameRate.Ntsc).Frame;

        Assert.Equal(Span(50, 55), Assert.Single(Read(Marked(hour + 50, 5, "29.97"), order => order with { Start = "01:00:00;00" }).Tags).Span);
        Assert.Equal("bad-start", Assert.Throws<ImportException>(() => Read(Marked(5, 5, "29.97"), order => order with { Start = "an hour" })).Code);
    }

    [Fact]
    public void What_is_outside_the_video_is_left_out_and_what_reaches_beyond_is_cut()
    {
        var reading = Read(Marked(490, 50, "29.97", Marker("later", 500, 10, rate: "29.97")));

        Assert.Equal(Span(490, 500), Assert.Single(reading.Tags).Span);
        Assert.Equal(["1 span reaches beyond the video and was cut at its end: goal.", "1 span lies outside the video and was left out: later."], reading.Complaints);
    }

    [Fact]
    public void Markers_become_a_transcript_when_that_is_asked_for()
    {
        var transcript = Assert.Single(Read(Marked(3, 4, "29.97"), order => order with { AsTranscript = true, Language = "eng" }).Transcripts);

        Assert.Equal(("eng", "goal", Span(3, 7)), (transcript.Language, Assert.Single(transcript.Utterances).Text, transcript.Utterances[0].Span));
    }

    [Fact]
    public void A_kind_that_is_given_is_the_kind_of_tags_that_have_none() =>
        Assert.Equal("sponsor", Assert.Single(Read(Marked(3, 4, "29.97"), order => order with { Kind = "sponsor" }).Tags).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("{\"OTIO_SCHEMA\":3}")]
    [InlineData("{\"OTIO_SCHEMA\":\"Timeline.1\",\"tracks\":7}")]
    [InlineData("{\"OTIO_SCHEMA\":\"Timeline.1\",\"tracks\":{\"OTIO_SCHEMA\":\"Stack.1\",\"children\":[{\"OTIO_SCHEMA\":\"Track.1\",\"children\":{\"a\":1}}]}}")]
    public void What_is_no_timeline_is_refused_in_a_sentence(string text) => Assert.Equal("bad-import", Assert.Throws<ImportException>(() => Read(text)).Code);

    [Fact]
    public void Nesting_without_an_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"OTIO_SCHEMA\":\"Stack.1\",\"children\":[", 100_000));

        Assert.Equal("bad-import", Assert.Throws<ImportException>(() => Read(deep)).Code);
    }

    [Fact]
    public void A_marker_without_times_is_left_out_and_said()
    {
        var reading = Read(Marked(3, 4, "29.97", "{\"OTIO_SCHEMA\":\"Marker.2\",\"name\":\"when\"}"));

        Assert.Single(reading.Tags);
        Assert.Contains("1 span has times that cannot be read and was left out: when.", reading.Complaints);
    }

    private static string Marked(long first, long count, string rate, string more = "") =>
        Timeline(Track([Clip("a.mov", Range(0, 2000, rate), Marker("goal", first, count, rate: rate) + (more == "" ? "" : "," + more))]));

    private static MediaSpan Span(long first, long until) => new(FrameRate.Ntsc.StartOf(first), FrameRate.Ntsc.StartOf(until));

    private static ImportReading Read(string text, Func<ImportOrder, ImportOrder>? order = null) =>
        ImportReaders.Named("otio")!.Read(text, (order ?? (same => same))(new ImportOrder(Match, "marks.otio")));
}
