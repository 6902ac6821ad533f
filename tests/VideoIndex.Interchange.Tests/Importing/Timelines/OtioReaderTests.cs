using VideoIndex.Interchange.Importing;
using VideoIndex.Interchange.Tests.Exporting.Timelines;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;
using static VideoIndex.Interchange.Tests.Importing.Timelines.OtioFile;

namespace VideoIndex.Interchange.Tests.Importing.Timelines;

public sealed class OtioReaderTests
{
    private const string Url = "file:///elsewhere/match%20day.mov";

    private static readonly Video Match = Footage.Video("/media/match day.mov", FrameRate.Pal, 500);

    private static readonly Video OnTape = Footage.Video("/media/match day.mov", FrameRate.Pal, 500, "10:00:00:00");

    [Fact]
    public void A_marker_on_a_clip_is_in_the_time_of_its_file() =>
        Assert.Equal(["goal [40,50)"], Read(Timeline(Track([Gap(100), Clip(Url, Range(30, 100), Marker("goal", 40, 10))]))));

    [Fact]
    public void Timecode_a_file_begins_with_is_taken_off()
    {
        var tape = 10 * 3600 * 25;
        var clip = Clip(Url, Range(tape + 30, 100), Marker("goal", tape + 40, 10), Range(tape, 500));

        Assert.Equal(["goal [40,50)"], Read(Timeline(Track([clip])), OnTape));
        Assert.Equal(["goal [40,50)"], Read(Timeline(Track([clip])), Match));
        Assert.Equal(["goal [40,50)"], Read(Timeline(Track([Clip(Url, markers: Marker("goal", tape + 40, 10))])), OnTape));
        Assert.Equal(["goal [40,50)"], Read(Timeline(Track([Clip(Url, Range(30, 100), Marker("goal", 40, 10))])), OnTape));
    }

    [Fact]
    public void A_marker_on_a_track_is_where_the_clip_under_it_is_in_its_file() =>
        Assert.Equal(["goal [45,55)"], Read(Timeline(Track([Gap(100), Clip(Url, Range(30, 100))], Marker("goal", 115, 10)))));

    [Fact]
    public void A_marker_on_a_stack_in_a_track_goes_down_through_every_trim()
    {
        var trimmed = Stack([Track([Clip("other.mov", Range(0, 20)), Clip(Url, Range(30, 100))])], "", Range(10, 60));

        // 8 after the gap of 5 is 10 + 8 in the stack, in "other"; 25 is 10 + 25 = 35, 15 after the start of the clip of the match.
        Assert.Equal(["b [45,47)"], Read(Timeline(Track([Gap(5), trimmed], Marker("a", 13, 2) + "," + Marker("b", 30, 2))), Match, out var complaints));
        Assert.Contains("1 marker stands where no clip of the video plays", Assert.Single(complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_marker_on_a_timeline_ends_with_the_clip_it_begins_on() =>
        Assert.Equal(["goal [120,130)"], Read(Timeline(Track([Clip(Url, Range(30, 100)), Gap(50)], Marker("goal", 90, 40)))));

    [Fact]
    public void Of_clips_one_over_the_other_the_topmost_is_meant()
    {
        var stack = Stack(
            [Track([Clip(Url, Range(0, 100))]), Track([Clip(Url, Range(200, 50)), Gap(50)])], $"{Marker("a", 10, 1)},{Marker("b", 60, 1)}", "null");

        Assert.Equal(["b [60,61)", "a [210,211)"], Read(TimelineOf(stack)));
    }

    [Theory]
    [InlineData(",\"color\":\"RED\"", "marked red")]
    [InlineData(",\"color\":{\"OTIO_SCHEMA\":\"Color.1\",\"name\":\"Red\",\"r\":1.0}", "marked red")]
    [InlineData(",\"comment\":\"left hand side\"", "left hand side")]
    [InlineData(",\"color\":\"PINK\",\"comment\":\"look\"", "look (marked pink)")]
    [InlineData("", null)]
    public void What_a_marker_says_more_is_kept(string more, string? how) =>
        Assert.Equal(how, Assert.Single(Reading(Timeline(Track([Clip(Url, Range(0, 100), Marker("goal", 1, 1, more))])), Match).Tags).How);

    [Theory]
    [InlineData("Marker.1")]
    [InlineData("Marker.3")]
    public void Other_versions_of_a_schema_are_read_too(string schema)
    {
        var marker = Marker("goal", 4, 3).Replace("Marker.2", schema, StringComparison.Ordinal);

        Assert.Equal(["goal [4,7)"], Read(Timeline(Track([Clip(Url, Range(0, 100), marker)]))));
        Assert.Equal(["goal [4,7)"], Read(Timeline(Track([OldClip(Url, Range(0, 100), marker), OldClip("b.mov", Range(0, 9), "")]))));
    }

    [Fact]
    public void A_marker_without_a_length_is_a_frame_long() =>
        Assert.Equal(["goal [4,5)"], Read(Timeline(Track([Clip(Url, Range(0, 100), Marker("goal", 4, 0))]))));

    [Fact]
    public void Clips_speak_where_no_marker_does_and_only_those_of_part_of_the_file()
    {
        var picture = Track([Clip(Url, Range(10, 5), name: "first"), Clip(Url, Range(0, 500), available: Range(0, 500), name: "whole"), Clip("other.mov", Range(20, 5), name: "other")]);
        var sound = Track([Clip(Url, Range(12, 5), name: "sound")], kind: "Audio");

        Assert.Equal(["first [10,15)"], Read(Timeline(picture, sound)));
        Assert.Equal(["sound [12,17)"], Read(Timeline(sound)));
    }

    [Fact]
    public void The_only_file_of_a_timeline_is_taken_to_be_the_video_and_that_is_said()
    {
        Assert.Equal(["goal [4,6)"], Read(Timeline(Track([Clip("file:///proxy.mp4", Range(0, 100), Marker("goal", 4, 2))])), Match, out var complaints));
        Assert.Equal("Its clips are of 'proxy.mp4', which is taken to be this video.", Assert.Single(complaints));
    }

    [Fact]
    public void Of_several_other_files_none_is_taken_to_be_the_video()
    {
        var refused = Assert.Throws<ImportException>(() => Read(Timeline(Track([Clip("a.mov", Range(0, 9)), Clip("b.mov", Range(0, 9))]))));

        Assert.Equal(("bad-import", "'marks.otio' has clips of 2 files and none of this video: 'a.mov', 'b.mov'."), (refused.Code, refused.Message));
    }

    [Theory]
    [InlineData("file:///d/match%20day.mov")]
    [InlineData("/d/match day.mov")]
    [InlineData(@"C:\d\Match Day.MOV")]
    [InlineData("match day.mov")]
    public void A_file_is_known_by_its_name_however_its_place_is_written(string url) =>
        Assert.Equal(["goal [4,6)"], Read(Timeline(Track([Clip(url, Range(0, 100), Marker("goal", 4, 2)), Clip("b.mov", Range(0, 9), Marker("no", 0, 1))]))));

    [Fact]
    public void A_clip_that_plays_at_another_speed_has_its_own_markers_and_none_of_the_track_s()
    {
        var slowed = Clip(Url, Range(0, 100), Marker("own", 4, 2), effects: "{\"OTIO_SCHEMA\":\"LinearTimeWarp.1\",\"time_scalar\":0.5}");

        Assert.Equal(["own [4,6)"], Read(Timeline(Track([slowed], Marker("track", 10, 1))), Match, out var complaints));
        Assert.StartsWith("1 marker stands over a clip that plays faster or slower", Assert.Single(complaints), StringComparison.Ordinal);
    }

    private static List<string> Read(string text, Video? video = null) => Read(text, video ?? Match, out _);

    private static List<string> Read(string text, Video video, out IReadOnlyList<string> complaints)
    {
        var reading = Reading(text, video);
        complaints = reading.Complaints;
        return [.. reading.Tags.Select(tag => $"{tag.Label} {video.Timecodes!.FramesOf(tag.Span).ToString().Replace(" ", "", StringComparison.Ordinal)}")];
    }

    private static ImportReading Reading(string text, Video video)
    {
        var reader = ImportReaders.Named("otio")!;
        Assert.True(reader.Recognises(text));
        var reading = reader.Read(text, new ImportOrder(video, "marks.otio"));
        Assert.All(reading.Tags, tag => Assert.Equal((video.Id, "marker", new Confidence(1), new Origin("import", "marks.otio")), (tag.Video, tag.Kind, tag.Confidence, tag.Origin)));
        return reading;
    }
}
