using System.Text;
using VideoIndex.Interchange.Importing;
using VideoIndex.Interchange.Insights;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Importing.Services;

public sealed class AzureInsightsReaderTests
{
    [Fact]
    public void Every_array_becomes_tags_and_transcripts()
    {
        var read = Taken.From(InsightsFile.Everything);

        Golden.Verify(string.Join('\n', [
            .. read.Tags.Select(tag => $"{Taken.Line(tag)}{(tag.Box is { } box ? $" at {box.Left} {box.Top} {box.Width} {box.Height}" : "")}{(tag.Angle == 0 ? "" : FormattableString.Invariant($" turned {tag.Angle}"))}"),
            .. read.Transcripts.SelectMany(transcript => transcript.Utterances.Select(said => FormattableString.Invariant($"{transcript.Language} {said.Span.Start.Seconds}-{said.Span.End.Seconds} {said.Confidence?.Value} {said.Speaker}: {said.Text.Replace("\n", "\\n", StringComparison.Ordinal)}"))),
            .. read.Complaints]));
        Assert.All(read.Tags, tag => Assert.Equal(new Origin("service", "azure-video-indexer", "1.2.3.4"), tag.Origin));
    }

    [Theory]
    [InlineData("0:00:05", "5")]
    [InlineData("00:00:05.0000000", "5")]
    [InlineData("0:01:02.1234567", "621234567/10000000")]
    [InlineData("0:00:00.1", "1/10")]
    [InlineData("25:00:00", "90000")]
    [InlineData("1.01:00:00", "90000")]
    [InlineData("-0:00:01", "-1")]
    [InlineData("0:00:00.123456789", "123456789/1000000000")]
    [InlineData("0:60:00", null)]
    [InlineData("5", null)]
    [InlineData("0:05", null)]
    [InlineData("0:00:05.", null)]
    [InlineData("0:00:05,5", null)]
    [InlineData("99999999999:00:00", null)]
    [InlineData("", null)]
    public void Times_are_read_exactly(string text, string? seconds) =>
        Assert.Equal(seconds, InsightsClock.TryRead(text, out var read) ? read.ToString() : null);

    [Theory]
    [InlineData("5", "0:00:05")]
    [InlineData("1/3", "0:00:00.3333333")]
    [InlineData("2/3", "0:00:00.6666667")]
    [InlineData("359999999999/100000000", "1:00:00")] // rounded up into the next hour
    [InlineData("90000", "25:00:00")]
    [InlineData("-1", "0:00:00")]
    public void Times_are_written_to_the_ten_millionth(string seconds, string text) =>
        Assert.Equal(text, InsightsClock.Write(Rational.TryParse(seconds, out var value) ? value : default));

    [Fact]
    public void Confidence_is_that_of_the_span_else_that_of_the_item_else_the_service_is_taken_at_its_word() => Assert.Equal(
        ["label a 1-2 0.25", "label a 3-4 0.75", "label b 5-6 1"],
        Taken.Tags(InsightsFile.With("labels", """
            {"name":"a","confidence":0.75,"instances":[{"confidence":0.25,"start":"0:00:01","end":"0:00:02"},{"start":"0:00:03","end":"0:00:04"}]},
            {"name":"b","instances":[{"start":"0:00:05","end":"0:00:06"}]}
            """)));

    [Fact]
    public void A_span_that_ends_before_it_begins_is_left_out_and_told_of()
    {
        var read = Taken.From(InsightsFile.With("labels", """{"name":"car","instances":[{"start":"0:00:08.5","end":"0:00:03.2"},{"start":"0:00:09","end":"0:00:09"}]}"""));
        Assert.Equal(["label car 9-9 1"], read.Tags.Select(Taken.Line)); // an instant is none of these
        Assert.Equal(["1 span ends before it begins and was left out: label 'car' at 0:00:08.5."], read.Complaints);
    }

    [Fact]
    public void Times_in_an_edit_are_not_times_in_the_video() => Assert.Equal(
        ["label car 5-6 1"],
        Taken.Tags(InsightsFile.With("labels", """{"name":"car","instances":[{"adjustedStart":"0:00:01","adjustedEnd":"0:00:02","start":"0:00:05","end":"0:00:06"}]}""")));

    [Fact]
    public void Old_numbers_above_one_are_taken_as_certain_and_told_of()
    {
        var read = Taken.From(InsightsFile.With("ocr", """{"text":"EXIT","confidence":675.97,"instances":[{"start":"0:00:01","end":"0:00:02"}]}"""));
        Assert.Equal(["text EXIT 1-2 1"], read.Tags.Select(Taken.Line));
        Assert.Equal(["1 confidence is not between 0 and 1 and was taken as the nearer of the two: 675.97 of text 'EXIT' at 0:00:01."], read.Complaints);
    }

    [Theory]
    [InlineData(0, 0, 192, 108, "0 0 1000 1000")]
    [InlineData(1728, 972, 192, 108, "9000 9000 1000 1000")]
    [InlineData(0, 0, 0, 0, null)]
    [InlineData(1900, 0, 40, 10, null)]
    [InlineData(-5, 0, 40, 10, null)]
    public void Places_in_pixels_become_parts_of_the_picture(int left, int top, int width, int height, string? box)
    {
        var read = Taken.From(InsightsFile.With("ocr", $$"""{"text":"a","left":{{left}},"top":{{top}},"width":{{width}},"height":{{height}},"instances":[{"start":"0:00:01","end":"0:00:02"}]}"""));
        Assert.Equal(box, read.Tags[0].Box is { } place ? $"{place.Left} {place.Top} {place.Width} {place.Height}" : null);
        Assert.Equal(box is null && width > 0, read.Complaints.Any(complaint => complaint.Contains("outside the picture", StringComparison.Ordinal)));
    }

    [Fact]
    public void Spans_beyond_the_video_are_cut_or_left_out_and_told_of()
    {
        var read = Taken.From(InsightsFile.With("labels", """{"name":"a","instances":[{"start":"0:09:59","end":"0:10:01"},{"start":"0:10:00","end":"0:10:05"},{"start":"0:11:00","end":"0:11:05"}]}"""));
        Assert.Equal(["label a 599-600 1"], read.Tags.Select(Taken.Line));
        Assert.Equal(
            ["1 span reaches beyond the video and was cut at its end: label 'a' at 0:09:59.", "2 spans lie outside the video and were left out; the first: label 'a' at 0:10:00."],
            read.Complaints);
    }

    [Fact]
    public void Things_are_as_much_later_as_is_asked()
    {
        var read = Taken.From(InsightsFile.With("labels", """{"name":"a","instances":[{"start":"0:00:01","end":"0:00:02"}]}"""), order: Taken.Order with { Offset = new Rational(1, 2) });
        Assert.Equal(["label a 3/2-5/2 1"], read.Tags.Select(Taken.Line));
    }

    [Fact]
    public void Another_length_is_told_of() => Assert.Equal(
        ["It says the video is 0:01:50.486 long, and this one is 0:10:00: make sure that they are the same."],
        Taken.From(InsightsFile.With("labels", "", "0:01:50.486")).Complaints);

    [Fact]
    public void Of_several_videos_the_one_as_long_as_ours_is_taken()
    {
        const string Two = """{"videos":[{"id":"v1","insights":{"duration":"0:05:00","labels":[{"name":"x","instances":[{"start":"0:00:01","end":"0:00:02"}]}]}},{"id":"v2","insights":{"duration":"0:10:00.5","labels":[{"name":"y","instances":[{"start":"0:00:01","end":"0:00:02"}]}]}}]}""";
        var read = Taken.From(Two);
        Assert.Equal(["label y 1-2 1"], read.Tags.Select(Taken.Line));
        Assert.Equal(["It is about 2 videos; the one as long as this, 'v2', was taken."], read.Complaints);
        Assert.Equal("which-video", Assert.Throws<ImportException>(() => Taken.From(Two.Replace("0:05:00", "0:10:00", StringComparison.Ordinal))).Code);
        Assert.Equal("which-video", Assert.Throws<ImportException>(() => Taken.From(Two.Replace("0:10:00.5", "0:20:00", StringComparison.Ordinal))).Code);
    }

    [Fact]
    public void A_project_is_read_with_the_times_of_its_video()
    {
        var read = Taken.From(InsightsFile.With("labels", """{"name":"a","instances":[{"adjustedStart":"0:00:00","adjustedEnd":"0:00:01","start":"0:05:00","end":"0:05:01"}]}""").Replace("\"isBase\":true", "\"isBase\":false", StringComparison.Ordinal));
        Assert.Equal(["label a 300-301 1"], read.Tags.Select(Taken.Line));
        Assert.StartsWith("It is about a project", Assert.Single(read.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void Insights_alone_are_read_too() => Assert.Equal(
        ["label a 1-2 1"], Taken.Tags("""{"labels":[{"name":"a","instances":[{"start":"0:00:01","end":"0:00:02"}]}]}""", "azure-insights"));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"videos\":[]}")]
    [InlineData("{\"videos\":{}}")]
    [InlineData("{\"videos\":[{\"insights\":null}]}")]
    [InlineData("{\"videos\":[{\"insights\":{\"labels\":[{\"name\":\"a\",")]
    [InlineData("{\"videos\":[{\"insights\":{\"labels\":[{\"name\":\"\\ud800\",\"instances\":[{\"start\":\"0:00:01\",\"end\":\"0:00:02\"}]}]}}]}")]
    [InlineData("{\"videos\":[{\"insights\":{\"unknown\":\"\\ud800\"}}]}")]
    public void What_is_none_is_refused_with_a_sentence(string text)
    {
        var refused = Assert.Throws<ImportException>(() => Taken.From(text, "azure-insights"));
        Assert.Equal("bad-import", refused.Code);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Anything_may_be_of_another_type_than_it_should_be()
    {
        var read = Taken.From(InsightsFile.With("labels", """
            {"name":5,"instances":[{"start":"0:00:01","end":"0:00:02","confidence":"high"}]}, {"name":null,"instances":[{"start":"0:00:01","end":"0:00:02"}]},
            {"name":"b","instances":{"start":"0:00:03","end":"0:00:04"}}, {"name":"c","instances":[{"start":3,"end":"0:00:04"}, 7, {}]}, {"instances":"none"}
            """));
        Assert.Equal(["label 5 1-2 1", "label b 3-4 1"], read.Tags.Select(Taken.Line));
        Assert.Equal(2, read.Complaints.Count);
    }

    [Fact]
    public void Hostile_names_are_kept_and_never_break_a_complaint()
    {
        var read = Taken.From(InsightsFile.With("labels", """
            {"name":"=CMD()|' --> \t\"\u202Ex\u0000\u0007\n","instances":[{"start":"0:00:01","end":"0:00:02"},{"start":"0:00:04","end":"0:00:03"}]}
            """));
        Assert.Equal("=CMD()|' --> \t\"\u202Ex\0\a\n", read.Tags[0].Label);
        Assert.DoesNotContain(read.Complaints[0], char.IsControl);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_file_of_fifty_megabytes_is_read()
    {
        var items = new StringBuilder();
        for (var at = 0; items.Length < 50_000_000; at++)
        {
            items.Append(at == 0 ? "" : ",").Append(System.Globalization.CultureInfo.InvariantCulture, $$"""{"id":{{at}},"name":"thing {{at}}","instances":[{"confidence":0.5,"adjustedStart":"0:00:01","adjustedEnd":"0:00:02","start":"0:00:01.{{at % 10_000_000:0000000}}","end":"0:00:02"}]}""");
        }

        var read = Taken.From(InsightsFile.With("labels", items.ToString()));
        Assert.True(read.Tags.Count > 200_000);
    }
}
