using VideoIndex.Interchange.Importing;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Importing.Services;

public sealed class RekognitionReaderTests
{
    [Fact]
    public void Samples_that_follow_each_other_are_one_span_to_a_step_behind_the_last() => Assert.Equal(
        ["label Stadium 0-3/2 0.9", "label Crowd 1/2-1 0.5", "label Stadium 5/2-3 0.8"],
        Tags(Label(0, "Stadium", 90), Label(500, "Stadium", 70), Label(500, "Crowd", 50), Label(1000, "Stadium", 80), Label(2500, "Stadium", 80)));

    [Fact]
    public void Rounded_milliseconds_leave_no_gap() => Assert.Equal(
        ["label A 0-133/1000 0.5"], Tags(Label(0, "A", 50), Label(33, "A", 50), Label(67, "A", 50), Label(100, "A", 50)));

    [Fact]
    public void One_sample_alone_is_an_instant() => Assert.Equal(["label A 2-2 0.5"], Tags(Label(2000, "A", 50)));

    [Fact]
    public void A_label_with_places_is_a_thing_and_followed_where_there_is_one_of_it()
    {
        const string Box = """{"BoundingBox":{"Left":0.1,"Top":0.2,"Width":0.3,"Height":0.4},"Confidence":80}""", Edge = """{"BoundingBox":{"Left":-0.1,"Top":0.9,"Width":0.3,"Height":0.4},"Confidence":90}""";
        var read = Taken.From(Labels(Label(0, "Car", 95, Box), Label(500, "Car", 95, Edge), Label(5000, "Car", 95, $"{Box},{Box}")));

        Assert.Equal(["object Car 0-1 0.9", "object Car 5-11/2 0.8"], read.Tags.Select(Taken.Line));
        Assert.Equal(["1000 2000 3000 4000", "0 9000 2000 1000"], read.Tags[0].Path!.Points.Select(point => $"{point.Box.Left} {point.Box.Top} {point.Box.Width} {point.Box.Height}"));
        Assert.Null(read.Tags[1].Path); // which of the two is which, nobody says
        Assert.Null(read.Tags[1].Box);
    }

    [Fact]
    public void What_it_joined_itself_is_taken_as_it_is() => Assert.Equal(
        ["label Crowd 1-7/2 0.75"],
        Taken.Tags("""{"JobStatus":"SUCCEEDED","Labels":[{"Timestamp":1000,"StartTimestampMillis":1000,"EndTimestampMillis":3500,"DurationMillis":2500,"Label":{"Name":"Crowd","Confidence":75}}]}"""));

    [Fact]
    public void Faces_people_celebrities_texts_and_moderation_are_read()
    {
        var read = Taken.From("""
            {"JobStatus":"SUCCEEDED",
             "Faces":[{"Timestamp":0,"Face":{"Confidence":99.9,"BoundingBox":{"Left":0.1,"Top":0.1,"Width":0.1,"Height":0.1}}},{"Timestamp":200,"Face":{"Confidence":50}}],
             "Persons":[{"Timestamp":0,"Person":{"Index":0}},{"Timestamp":0,"Person":{"Index":1}},{"Timestamp":100,"Person":{"Index":1},"FaceMatches":[{"Similarity":91,"Face":{"ExternalImageId":"Ada"}}]}],
             "Celebrities":[{"Timestamp":1000,"Celebrity":{"Name":"Grace","Confidence":80}}],
             "TextDetections":[{"Timestamp":1000,"TextDetection":{"DetectedText":"GOAL 1","Type":"LINE","Confidence":98,"Geometry":{"BoundingBox":{"Left":0.5,"Top":0.5,"Width":0.1,"Height":0.1}}}},{"Timestamp":1000,"TextDetection":{"DetectedText":"GOAL","Type":"WORD","Confidence":98}}],
             "ModerationLabels":[{"Timestamp":3000,"ModerationLabel":{"Name":"Violence","ParentName":"","Confidence":60}}]}
            """);

        Assert.Equal(
            ["face face 0-2/5 0.999", "moderation Violence 3-3 0.6", "object person 0-1/10 1", "object person 0-1/5 1", "person Ada 1/10-1/5 0.91", "person Grace 1-1 0.8", "text GOAL 1 1-1 0.98"],
            read.Tags.Select(Taken.Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Segments_go_by_their_frames_and_end_behind_their_last() => Assert.Equal(
        ["shot shot 1 0-12 0.99", "picture black 12-314/25 0.9", "shot shot 2 12-20 1"],
        Taken.Tags(Segments("25", Shot(0, 0, 299), Shot(1, 300, 499), Cue("BlackFrames", 300, 313))));

    [Fact]
    public void Where_the_next_begins_with_the_frame_that_ends_it_the_end_is_before_that_frame() => Assert.Equal(
        ["shot shot 1 0-12 0.99", "shot shot 2 12-20 1"], Taken.Tags(Segments("25", Shot(0, 0, 300), Shot(1, 300, 499))));

    [Fact]
    public void Frames_at_another_rate_are_not_used_and_it_is_said_so()
    {
        var read = Taken.From(Segments("29.97", Shot(0, 0, 299)));
        Assert.Equal(["shot shot 1 0-10 0.99"], read.Tags.Select(Taken.Line));
        Assert.StartsWith("It counts 29.97 frames a second, and the video has 25", Assert.Single(read.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_that_was_named_is_counted_at()
    {
        var read = Taken.From(Segments("29.97", Shot(0, 0, 299)), order: Taken.Order with { Rate = FrameRate.Ntsc });
        Assert.Equal(["shot shot 1 0-1001/100 0.99"], read.Tags.Select(Taken.Line));
        Assert.Empty(read.Complaints);
    }

    [Fact]
    public void One_page_of_several_is_told_of() => Assert.Contains(
        "It is one page of several", Assert.Single(Taken.From("""{"Labels":[{"Timestamp":0,"Label":{"Name":"A","Confidence":50}}],"NextToken":"x"}""").Complaints), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"JobStatus":"IN_PROGRESS","Labels":[]}""", "IN_PROGRESS")]
    [InlineData("""{"JobStatus":"SUCCEEDED"}""", "none of the lists")]
    public void What_says_nothing_is_refused(string text, string why) =>
        Assert.Contains(why, Assert.Throws<ImportException>(() => Taken.From(text, "rekognition")).Message, StringComparison.Ordinal);

    [Fact]
    public void Entries_without_times_or_names_are_left_out_and_counted()
    {
        var read = Taken.From("""{"Labels":[{"Label":{"Name":"A"}},{"Timestamp":-5,"Label":{"Name":"A"}},{"Timestamp":0,"Label":{}},{"Timestamp":0},{"Timestamp":0,"Label":{"Name":"A","Confidence":100}}]}""");
        Assert.Equal(["label A 0-0 1"], read.Tags.Select(Taken.Line));
        Assert.Equal(2, read.Complaints.Count);
    }

    private static IReadOnlyList<string> Tags(params string[] labels) => Taken.Tags(Labels(labels));

    private static string Labels(params string[] labels) =>
        $$"""{"JobStatus":"SUCCEEDED","LabelModelVersion":"3.0","VideoMetadata":{"DurationMillis":600000,"FrameRate":25},"Labels":[{{string.Join(',', labels)}}]}""";

    private static string Label(int at, string name, int sure, string instances = "") =>
        $$$"""{"Timestamp":{{{at}}},"Label":{"Name":"{{{name}}}","Confidence":{{{sure}}},"Instances":[{{{instances}}}],"Parents":[{"Name":"Thing"}]}}""";

    private static string Segments(string rate, params string[] segments) =>
        $$"""{"JobStatus":"SUCCEEDED","VideoMetadata":[{"DurationMillis":600000,"FrameRate":{{rate}}}],"Segments":[{{string.Join(',', segments)}}],"SelectedSegmentTypes":[{"Type":"SHOT","ModelVersion":"2.0"}]}""";

    private static string Shot(int index, int first, int last) =>
        $$"""{"Type":"SHOT","StartTimestampMillis":0,"EndTimestampMillis":10000,"StartFrameNumber":{{first}},"EndFrameNumber":{{last}},"DurationFrames":{{last - first}},"ShotSegment":{"Index":{{index}},"Confidence":{{(index == 0 ? 99 : 100)}} } }""";

    private static string Cue(string type, int first, int last) =>
        $$"""{"Type":"TECHNICAL_CUE","StartTimestampMillis":0,"EndTimestampMillis":10000,"StartFrameNumber":{{first}},"EndFrameNumber":{{last}},"TechnicalCueSegment":{"Type":"{{type}}","Confidence":90} }""";
}
