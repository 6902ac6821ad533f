using VideoIndex.Interchange.Importing;
using VideoIndex.Interchange.Importing.EditLists;
using VideoIndex.Interchange.Tests.Exporting.EditLists;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Tests.Importing.EditLists;

public sealed class ListReaderTests
{
    private const string Head = "TITLE: x\nFCM: NON-DROP FRAME\n\n";

    private static readonly Video Match = Moments.Video("/media/match.mp4", FrameRate.Pal, "10:00:00:00", frames: 90_000);

    [Fact]
    public void An_event_of_the_videos_reel_is_a_tag_where_its_source_labels_are()
    {
        var read = Edl(Head + "001  MATCH    V     C        10:00:01:00 10:00:03:05 01:00:00:00 01:00:02:05\n* LOC: 01:00:00:00 RED     Acme\n* COMMENT: by hand\n");

        Assert.Equal(["Acme [25, 80) by hand (marked red)"], Spell(read, Match));
        Assert.Empty(read.Complaints);
        Assert.All(read.Tags, tag => Assert.Equal(("marker", "import", "x.edl"), (tag.Kind, tag.Origin.Kind, tag.Origin.Name)));
    }

    [Fact]
    public void Events_of_other_reels_and_of_sound_are_left_out_and_said()
    {
        var read = Edl(Head + """
            001  MATCH    V     C        10:00:01:00 10:00:02:00 01:00:00:00 01:00:01:00
            002  MATCH    A     C        10:00:01:00 10:00:02:00 01:00:00:00 01:00:01:00
            003  OTHER    V     D    025 10:00:01:00 10:00:02:00 01:00:01:00 01:00:02:00
            004  TAPE 7   B     C        10:00:04:00 10:00:05:00 01:00:02:00 01:00:03:00
            * FROM CLIP NAME:  match.mp4
            """);

        Assert.Equal(["MATCH [25, 50)", "match.mp4 [100, 125)"], Spell(read, Match));
        Assert.Equal(["1 of 4 events are of sound alone and were left out.", "1 of 3 events are of other reels (OTHER) and were left out."], read.Complaints);
    }

    [Fact]
    public void The_only_reel_is_taken_for_the_videos_and_several_for_what_it_was_made_of()
    {
        var one = Edl(Head + "001  TAPE7    V     C        10:00:01:00 10:00:02:00 01:00:00:00 01:00:01:00\n");
        var programme = Moments.Video("/media/programme.mp4", FrameRate.Pal, "01:00:00:00", frames: 1000);
        var several = new EdlReader().Read(
            Head + "001  A001     V     C        10:00:01:00 10:00:02:00 01:00:00:00 01:00:01:00\n002  BL       V     C        00:00:00:00 00:00:01:00 01:00:01:00 01:00:02:00\n003  A002     V     C        11:00:01:00 11:00:02:00 01:00:02:00 01:00:03:00\n* LOC: 01:00:02:10 GREEN   look here\n",
            new ImportOrder(programme, "x.edl"));

        Assert.Equal(["TAPE7 [25, 50)"], Spell(one, Match));
        Assert.Equal(["The reel is called 'TAPE7', and the video's would be 'MATCH': it is the only one, and taken for the video's."], one.Complaints);
        Assert.Equal(["A001 [0, 25)", "A002 [50, 75)", "look here [60, 61) marked green"], Spell(several, programme));
        Assert.Contains("the record side", several.Complaints.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_locator_inside_an_event_is_a_marker_of_one_frame_at_the_source()
    {
        var read = Edl(Head + "001  MATCH    V     C        10:00:01:00 10:00:03:00 01:00:00:00 01:00:02:00\n* LOC: 01:00:01:10 YELLOW  look here\n* LOC: 01:00:01:11 no colour\n");

        Assert.Equal(["MATCH [25, 75)", "look here [60, 61) marked yellow", "no colour [61, 62)"], Spell(read, Match));
    }

    [Fact]
    public void What_lies_outside_the_video_is_left_out_or_cut_off_and_said()
    {
        var read = Edl(Head + "001  MATCH    V     C        09:59:59:00 10:00:01:00 01:00:00:00 01:00:02:00\n002  MATCH    V     C        12:00:00:00 12:00:01:00 01:00:02:00 01:00:03:00\n003  MATCH    V     C        10:59:59:00 11:00:01:00 01:00:03:00 01:00:05:00\n");

        Assert.Equal(["MATCH [0, 25)", "MATCH [89975, 90000)"], Spell(read, Match));
        Assert.Equal(
            ["'MATCH' in line 4 reaches beyond the video and was cut off.", "'MATCH' in line 5 is outside the video and was left out.", "'MATCH' in line 6 reaches beyond the video and was cut off."], read.Complaints);
    }

    [Fact]
    public void A_label_the_rate_has_not_is_left_out_and_said()
    {
        var read = Edl(Head + "001  MATCH    V     C        10:00:01:29 10:00:03:00 01:00:00:00 01:00:02:00\n002  MATCH    V     C        10:00:01:00 10:00:03:00 01:00:00:00 01:00:01:00\n");

        Assert.Equal(["MATCH [25, 75)"], Spell(read, Match));
        Assert.Equal(2, read.Complaints.Count);
        Assert.StartsWith("line 4: '10:00:01:29' is no timecode at 25 frames a second", read.Complaints[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_that_says_drop_frame_is_believed_where_the_rate_has_it()
    {
        const string Event = "001  AX       V     C        00:01:00:02 00:01:01:02 00:00:00:00 00:00:01:00\n";
        var drop = Moments.Video("/media/a.mp4", FrameRate.Ntsc);
        var believed = new EdlReader().Read("FCM: DROP FRAME\n" + Event, new ImportOrder(drop, "x.edl"));
        var not = new EdlReader().Read("FCM: DROP FRAME\n" + Event, new ImportOrder(Moments.Video("/media/a.mp4", FrameRate.Pal), "x.edl"));

        Assert.Equal(["AX [1800, 1830)"], Spell(believed, drop));
        Assert.Contains("The list says drop-frame, which there is not at 25 frames a second: its labels are counted without.", not.Complaints);
        Assert.Equal("wrong-rate", Assert.Throws<ImportException>(() => Edl(Head + Event.Replace("00:01:00:02", "00:01:00;02", StringComparison.Ordinal))).Code);
    }

    [Fact]
    public void A_list_that_counts_otherwise_than_the_video_is_counted_in_its_own_way()
    {
        var drop = Moments.Video("/media/a.mp4", FrameRate.Ntsc, "01:00:00;00");
        var read = new EdlReader().Read(Head + "001  A        V     C        01:01:00:00 01:01:01:00 01:00:00:00 01:00:01:00\n", new ImportOrder(drop, "x.edl"));

        Assert.Equal(["A [1800, 1830)"], Spell(read, drop));
        Assert.Equal(["The list counts non-drop-frame and the video drop-frame: its labels are counted in its own way from 01:00:00;00."], read.Complaints);
    }

    [Fact]
    public void Rate_start_and_offset_that_were_given_decide()
    {
        var order = new ImportOrder(Moments.Varying("/media/phone.mp4"), "x.edl") { Rate = FrameRate.Pal50, Start = "02:00:00:00", Offset = new Rational(-1, 2), Kind = "goal" };
        var read = new EdlReader().Read(Head + "001  PHONE    V     C        02:00:02:25 02:00:03:00 01:00:00:00 01:00:00:25\n", order);

        Assert.Equal((new Rational(2, 1), new Rational(5, 2), "goal"), (read.Tags[0].Span.Start.Seconds, read.Tags[0].Span.End.Seconds, read.Tags[0].Kind));
        Assert.Equal("wrong-rate", Assert.Throws<ImportException>(() => new EdlReader().Read(Head + "001  A  V  C  02:00:02:25 02:00:03:00 01:00:00:00 01:00:00:25\n", order with { Rate = null })).Code);
        Assert.Equal("bad-import", Assert.Throws<ImportException>(() => new EdlReader().Read(Head + "001  A  V  C  02:00:02:25 02:00:03:00 01:00:00:00 01:00:00:25\n", order with { Start = "two" })).Code);
    }

    [Fact]
    public void Resolve_markers_have_names_notes_colours_and_lengths()
    {
        const string List = "TITLE: Timeline 1\nFCM: NON-DROP FRAME\n\n001  001      V     C        10:00:18:06 10:00:18:07 10:00:18:06 10:00:18:07  \nwatch this |C:ResolveColorYellow |M:Marker 1 |D:12\n\n002  001      V     C        10:00:20:00 10:00:20:01 10:00:20:00 10:00:20:01  \n |C:ResolveColorBlue |M:Marker 2 |D:1\n";
        var read = new ResolveMarkerReader().Read(List, new ImportOrder(Match, "x.edl"));

        Assert.Equal(["Marker 1 [456, 468) watch this (marked yellow)", "Marker 2 [500, 501) marked blue"], Spell(read, Match));
        Assert.True(new ResolveMarkerReader().Recognises(List));
        Assert.False(new EdlReader().Recognises(List));
    }

    [Fact]
    public void A_timeline_that_begins_at_an_hour_is_the_videos_own_where_no_other_start_fits()
    {
        const string List = "001  001      V     C        01:00:18:06 01:00:18:07 01:00:18:06 01:00:18:07  \n |C:ResolveColorYellow |M:Marker 1 |D:1\n";
        var read = new ResolveMarkerReader().Read(List, new ImportOrder(Match, "x.edl"));

        Assert.Equal(["Marker 1 [456, 457) marked yellow"], Spell(read, Match));
        Assert.Equal(["No marker is in a video that begins at 10:00:00:00; all are in one that begins at 01:00:00:00, which is taken for its start. Give another with --start."], read.Complaints);
    }

    [Fact]
    public void Avid_markers_have_comments_colours_and_in_newer_versions_lengths()
    {
        const string List = "editor\t10:00:18:06\tV1\tred\tlook [here]\t1\nVideoIndex\t10:00:20:00\tV1\tblue\tx [y] [logo, 0.93]\t50\t\tOrange\nnot a marker\nold\t10:00:21:00\tTC1\tgreen\tfive fields\n";
        var read = new AvidMarkerReader().Read(List, new ImportOrder(Match, "x.txt"));

        Assert.Equal(["look [here] [456, 457) marked red", "x [y] [500, 550) logo, 0.93 (marked orange)", "five fields [525, 526) marked green"], Spell(read, Match));
        Assert.Equal(["line 3 is no marker and was left out."], read.Complaints);
        Assert.True(new AvidMarkerReader().Recognises(List));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\uFEFF\t\t\t\t\t")]
    [InlineData("001 x 10:00:00:00 10:00:00:00 10:00:00:00 10:00:00:00")]
    [InlineData("99999999999999999999  A V C 10:00:00:00 10:00:00:00 10:00:00:00 10:00:00:00")]
    [InlineData("001  A V C 10:00:00:00 10:00:00:00 10:00:00:00 ١٠:00:00:00")]
    public void What_is_no_list_is_refused(string text)
    {
        Assert.False(new EdlReader().Recognises(text));
        Assert.Equal("bad-import", Assert.Throws<ImportException>(() => Edl(text)).Code);
        Assert.Equal("bad-import", Assert.Throws<ImportException>(() => new AvidMarkerReader().Read(text, new ImportOrder(Match, "x.txt"))).Code);
        Assert.Equal("bad-import", Assert.Throws<ImportException>(() => new ResolveMarkerReader().Read(text, new ImportOrder(Match, "x.edl"))).Code);
    }

    [Fact]
    public void Of_many_complaints_of_a_kind_the_first_ten_are_said_and_the_rest_counted()
    {
        var read = Edl(Head + string.Concat(Enumerable.Range(1, 30).Select(at => $"{at:000}  MATCH    V     C        10:00:01:{at + 24} 10:00:03:00 01:00:00:00 01:00:02:00\n")));

        Assert.Equal(11, read.Complaints.Count);
        Assert.Equal("20 more events cannot be read at this rate and were left out.", read.Complaints[^1]);
    }

    private static ImportReading Edl(string text) => new EdlReader().Read(text, new ImportOrder(Match, "x.edl"));

    private static IEnumerable<string> Spell(ImportReading read, Video video) =>
        read.Tags.Select(tag => $"{tag.Label} {video.Timecodes!.FramesOf(tag.Span)} {tag.How}".TrimEnd());
}
