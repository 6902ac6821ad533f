using VideoIndex.Exporting;
using VideoIndex.Interchange.Importing;
using VideoIndex.Interchange.Tests.Exporting.Cues;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Importing.Tables;

public sealed class MarkerTableTests
{
    [Fact]
    public void What_left_as_csv_comes_back_as_it_was_and_as_a_claim_of_the_file()
    {
        var sheet = Leaving.Usual();
        var reading = Taking.In("csv", sheet.Text("csv"));
        Assert.Equal(["What people said of 1 marker is not taken in."], reading.Complaints);
        Assert.Equal(
            sheet.Videos[0].Moments.Where(moment => moment.Kind != "say").Select(moment => moment with { Status = "unreviewed", Colour = MarkerColour.Blue, Origin = new Origin("import", "list.csv"), How = Told(moment) }),
            reading.Tags.Select(tag => new ExportMoment(tag.Span, tag.Kind, tag.Label, tag.Confidence, tag.Origin) { Language = tag.Language, Box = tag.Box, How = tag.How }));
        var transcript = Assert.Single(reading.Transcripts);
        var said = Assert.Single(transcript.Utterances);
        Assert.Equal(["The file says that it is by captions cea-608 CC1."], transcript.Notes);
        Assert.Equal(("en", "list.csv", "A <perfect> free kick", "left", sheet.Videos[0].Moments[1].Span), (transcript.Language, transcript.Origin.Name, said.Text, said.Speaker, said.Span));
    }

    private static string Told(ExportMoment moment) =>
        $"{(moment.How is { } how ? how + " - " : "")}The file says that it is by {moment.Origin.Kind} {moment.Origin.Name}{(moment.Origin.Version == "" ? "" : " " + moment.Origin.Version)}.";

    [Fact]
    public void Any_name_comes_back_to_the_letter()
    {
        List<string> names = [.. Leaving.Hostile.Concat(HostileTexts.All).Where(name => name != "").Distinct()];
        var reading = Taking.In("csv", Leaving.Match([.. names.Select((name, at) => Leaving.Moment(at, at + 1, name))]).Text("csv"));
        Assert.Empty(reading.Complaints);
        Assert.Equal(names.Select(Fit), reading.Tags.Select(tag => tag.Label));

        static string Fit(string name) => string.Concat(name.EnumerateRunes().Select(rune => rune.Value == 0 ? "\uFFFD" : rune.ToString()));
    }

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(FrameTests.Videos), MemberType = typeof(FrameTests))]
    public void Every_way_a_table_says_a_time_leads_back_to_the_frame(string rate, string? start)
    {
        var (sheet, frames) = FrameTests.Random(rate, start);
        var (video, text) = (sheet.Videos[0].Video, sheet.Text("csv"));
        foreach (var columns in (string[][])[["start", "end"], ["start_seconds", "end_seconds"], ["start_timecode", "end_timecode"], ["start_frame", "end_frame"]])
        {
            var others = text.Split("\r\n", 2)[0].Split(',').Where(heading => heading.StartsWith("start", StringComparison.Ordinal) || heading.StartsWith("end", StringComparison.Ordinal) || heading.StartsWith("duration", StringComparison.Ordinal));
            var heading = string.Join(',', text.Split("\r\n", 2)[0].Split(',').Select(name => others.Contains(name) && !columns.Contains(name) ? "x_" + name : name));
            var reading = Taking.In("csv", heading + "\r\n" + text.Split("\r\n", 2)[1], new ImportOrder(video, "a.csv"));
            Assert.Equal(frames, reading.Tags.Select(tag => video.Timecodes!.FramesOf(tag.Span)));
        }
    }

    [Theory]
    [InlineData("Start,End,Name\n1,2,goal\n", "marker goal [1,2)")]
    [InlineData("in;out;label;type\n1,5;2,25;goal;Big Moment\n", "big-moment goal [3/2,9/4)")]
    [InlineData("Timecode In\tTimecode Out\tComment\n10:00:01;00\t10:00:02;00\tgoal\n", "marker goal [1001/1000,1001/500)")]
    [InlineData("Timecode,Duration,Marker Name\n10:00:01:00,00:00:02:00,goal\n", "marker goal [1001/1000,3003/1000)")]
    [InlineData("start_ms,end_ms,text\n1500,2500,goal\n", "marker goal [3/2,5/2)")]
    [InlineData("Start Frame,Length (frames),title\n30,60,goal\n", "marker goal [1001/1000,3003/1000)")]
    [InlineData("time,name\n0:01:02.5,goal\n", "marker goal [125/2,1876001/30000)")]
    [InlineData("\uFEFFStart,Stop,Category,Score\r\n\"1\",\"2\",goal,93%\r\n", "goal goal [1,2)")]
    public void Tables_of_others_are_understood_by_their_headings(string text, string told)
    {
        Assert.True(ImportReaders.Named("csv")!.Recognises(text));
        Assert.Equal(told, Taking.In("csv", text).Told());
    }

    [Fact]
    public void What_does_not_fit_is_reported_by_its_line_and_the_rest_is_kept() => Golden.Verify(string.Join('\n', Taking.In(
        "csv",
        "start,end,name,kind,confidence,mood\n"
        + "1,2,good,goal,0.5,\n" + "x,2,bad time,,,\n" + ",,no time,,,\n" + "3,2,backwards,,,\n" + "500,501,outside,,,\n" + "119,500,reaches over,,,\n"
        + "\"4\",5,\"two\nlines\",Über!,7,\n" + "10:00:99:00,,no label,,,\n" + "99999999999999/7,,far,,,\n").Told().Split("; ")) + "\n");

    [Fact]
    public void A_running_timecode_is_told_by_its_first_label() => Assert.Equal(
        "marker goal [1001/1000,1001/500)", Taking.In("csv", "in,out,name\n01:00:01:00,01:00:02:00,goal\n", Taking.Match with { Start = "01:00:00:00" }).Told());

    [Fact]
    public void Labels_of_another_rate_count_at_it()
    {
        var fast = new ImportOrder(Leaving.Video(FrameRate.Pal50, 3600, "10:00:00:30"), "a.csv");
        Assert.Equal("marker goal [2/5,7/5)", Taking.In("csv", "in,out,name\n10:00:01:00,10:00:02:00,goal\n", fast).Told());
        Assert.Equal("marker goal [2/5,7/5)", Taking.In("csv", "in,out,name\n10:00:01:00,10:00:02:00,goal\n", fast with { Rate = FrameRate.Pal }).Told());
    }

    [Fact]
    public void Captions_in_a_table_become_a_transcript_where_that_is_wanted() => Assert.Equal(
        "en: Hello [1,2)", Taking.In("csv", "start,end,text,language\n1,2,Hello,en\n", Taking.Match with { AsTranscript = true }).Told());

    [Fact]
    public void A_table_about_other_videos_gives_what_is_about_this_one()
    {
        var other = Leaving.Exported(Leaving.Video(FrameRate.Ntsc, 3600, name: "other.mov"), Leaving.Moment(5, 6, "theirs"));
        var both = new ExportSheet("both", [Leaving.Match(Leaving.Moment(30, 60, "ours")).Videos[0], other]);
        Assert.Equal("logo ours [1001/1000,1001/500); Line 3: it is about another video, 'other.mov', and was left out.", Taking.In("csv", both.Text("csv")).Told());
        Assert.Equal(
            "logo theirs [1001/6000,1001/5000); The table is about another video, 'other.mov': its times were taken as they are.", Taking.In("csv", new ExportSheet("other", [other]).Text("csv")).Told());
    }

    [Fact]
    public void A_table_at_another_rate_is_told_apart() => Assert.Contains(
        "The table counts 25 frames a second, and the video 30000/1001: exact times were taken, not frames.",
        Taking.In("csv", Leaving.Sheet(Leaving.Video(FrameRate.Pal, 3600), Leaving.Moment(FrameRate.Pal, 1, 50)).Text("csv")).Complaints);

    [Theory]
    [InlineData("", "bad-import: 'list.csv' is no table of markers: it needs a line of headings with a column for times, such as start, in or timecode.")]
    [InlineData("a,b\n1,2\n", "bad-import: 'list.csv' is no table of markers: it needs a line of headings with a column for times, such as start, in or timecode.")]
    [InlineData("start,name\n1,\"open\n", "bad-import: 'list.csv' is no table of markers: line 2: a quote is opened and not closed.")]
    [InlineData("start,name\nx,a\n", "bad-import: 'list.csv' holds no marker that fits the video. Line 2: 'x' is no time of this video, so it was left out.")]
    public void What_is_no_table_of_markers_is_refused(string text, string why) => Assert.Equal(why, Taking.Refused("csv", text));

    [Fact]
    public void A_hundred_complaints_are_told_and_the_rest_counted()
    {
        var complaints = Taking.In("csv", "start,name\n1,good\n" + string.Concat(Enumerable.Repeat("x,bad\n", 250))).Complaints;
        Assert.Equal((101, "And 150 more."), (complaints.Count, complaints[^1]));
    }
}
