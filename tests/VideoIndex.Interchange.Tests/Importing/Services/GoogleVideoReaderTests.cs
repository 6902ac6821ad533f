using VideoIndex.Interchange.Importing;

namespace VideoIndex.Interchange.Tests.Importing.Services;

public sealed class GoogleVideoReaderTests
{
    private const string Box = "\"normalizedBoundingBox\":{\"left\":0.1,\"top\":0.2,\"right\":0.4,\"bottom\":0.6}";

    private const string Everything =
        """
        {"name":"operations/1","done":true,"response":{"@type":"type.googleapis.com/google.cloud.videointelligence.v1.AnnotateVideoResponse","annotationResults":[{
          "inputUri":"/bucket/match.mp4","segment":{"startTimeOffset":"0s","endTimeOffset":"600s"},
          "segmentLabelAnnotations":[{"entity":{"entityId":"/m/01","description":"stadium","languageCode":"en-US"},"segments":[{"segment":{"startTimeOffset":"0s","endTimeOffset":"600s"},"confidence":0.75}],"version":"builtin/latest"}],
          "shotLabelAnnotations":[{"entity":{"description":"crowd"},"segments":[{"segment":{"startTimeOffset":"1.5s","endTimeOffset":"2.041666s"},"confidence":0.5},{"segment":{"startTimeOffset":"9s","endTimeOffset":"8s"}}]}],
          "frameLabelAnnotations":[{"entity":{"description":"grass"},"frames":[{"timeOffset":"0.5s","confidence":0.25},{"timeOffset":"1.5s","confidence":0.5},{"timeOffset":"8.5s","confidence":0.5}]}],
          "shotAnnotations":[{"startTimeOffset":"0s","endTimeOffset":"2.041666s"},{"startTimeOffset":"2.083333s","endTimeOffset":"600s"}],
          "explicitAnnotation":{"frames":[{"timeOffset":"0s","pornographyLikelihood":"VERY_UNLIKELY"},{"timeOffset":"1s","pornographyLikelihood":"LIKELY"},{"timeOffset":"2s","pornographyLikelihood":"LIKELY"}]},
          "speechTranscriptions":[
            {"alternatives":[{"transcript":"what a goal","confidence":0.9,"words":[{"startTime":"5s","endTime":"5.2s","word":"what"},{"startTime":"5.2s","endTime":"5.3s","word":"a"},{"startTime":"5.3s","endTime":"5.8s","word":"goal"}]},{"transcript":"watt"}],"languageCode":"en-us"},
            {"alternatives":[{"words":[{"startTime":"5s","endTime":"5.2s","word":"what","speakerTag":1},{"startTime":"5.2s","endTime":"5.3s","word":"a","speakerTag":1},{"startTime":"5.3s","endTime":"5.8s","word":"goal","speakerTag":2,"confidence":0.25}]}],"languageCode":"en-us"}],
          "textAnnotations":[{"text":"GOAL","segments":[{"segment":{"startTimeOffset":"1s","endTimeOffset":"2s"},"confidence":0.5,"frames":[{"rotatedBoundingBox":{"vertices":[{"x":0.1,"y":0.1},{"x":0.2,"y":0.1},{"x":0.2,"y":0.15},{"x":0.1,"y":0.15}]},"timeOffset":"1s"}]}]}],
          "objectAnnotations":[{"entity":{"description":"car"},"confidence":0.5,"segment":{"startTimeOffset":"3s","endTimeOffset":"4s"},"frames":[{BOX,"timeOffset":"3s"},{BOX,"timeOffset":"4s"}]}],
          "logoRecognitionAnnotations":[{"entity":{"description":"Acme"},"tracks":[{"segment":{"startTimeOffset":"6s","endTimeOffset":"7s"},"timestampedObjects":[{BOX,"timeOffset":"6s"}],"confidence":0.75}],"segments":[{"startTimeOffset":"6s","endTimeOffset":"7s"}]}],
          "personDetectionAnnotations":[{"tracks":[{"segment":{"startTimeOffset":"0s","endTimeOffset":"0.750750s"},"timestampedObjects":[{BOX,"timeOffset":"0s"}],"confidence":0.5}]}],
          "faceDetectionAnnotations":[{"tracks":[{"segment":{"endTimeOffset":"1s"},"timestampedObjects":[],"confidence":0.25}]}]
        }]}}
        """;

    [Fact]
    public void Every_kind_of_annotation_is_read()
    {
        var read = Taken.From(Everything.Replace("BOX", Box, StringComparison.Ordinal));

        Golden.Verify(string.Join('\n', [
            .. read.Tags.Select(tag => $"{Taken.Line(tag)}{(tag.Box is { } box ? $" at {box.Left} {box.Top} {box.Width} {box.Height}" : "")}{(tag.Path is { } path ? $" by {path.Points.Count}" : "")}"),
            .. read.Transcripts.SelectMany(one => one.Utterances.Select(said => FormattableString.Invariant($"{one.Language} {said.Span.Start.Seconds}-{said.Span.End.Seconds} {said.Confidence?.Value} {said.Speaker}: {string.Join('|', said.Words.Select(word => FormattableString.Invariant($"{word.Text} {word.Confidence.Value}")))}"))),
            .. read.Complaints]));
    }

    [Theory]
    [InlineData("\"2.041666s\"", "1020833/500000")]
    [InlineData("\"0.750750s\"", "3003/4000")]
    [InlineData("\"3s\"", "3")]
    [InlineData("""{"seconds":"12","nanos":500000000}""", "25/2")]
    [InlineData("""{"seconds":12}""", "12")]
    [InlineData("""{"nanos":250000000}""", "1/4")]
    [InlineData("{}", "0")]
    public void Times_are_read_in_every_form_they_are_written(string time, string seconds) => Assert.Equal(
        [$"label a {seconds}-{seconds} 1"],
        Taken.Tags($$$"""{"annotationResults":[{"frameLabelAnnotations":[{"entity":{"description":"a"},"frames":[{"timeOffset":{{{time}}}}]}]}]}"""));

    [Theory]
    [InlineData("\"3\"")]
    [InlineData("\"-3s\"")]
    [InlineData("\"soon\"")]
    [InlineData("""{"seconds":-1}""")]
    [InlineData("true")]
    public void What_is_no_time_is_left_out_and_counted(string time)
    {
        var read = Taken.From($$$"""{"annotationResults":[{"frameLabelAnnotations":[{"entity":{"description":"a"},"frames":[{"timeOffset":{{{time}}}}]}]}]}""");
        Assert.Empty(read.Tags);
        Assert.Single(read.Complaints);
    }

    [Fact]
    public void Names_in_snake_case_are_read_too()
    {
        const string Snake = """
            {"annotation_results":[{"input_uri":"/x","segment_label_annotations":[{"entity":{"description":"a"},"segments":[{"segment":{"start_time_offset":{"seconds":1},"end_time_offset":{"seconds":2,"nanos":500000000}},"confidence":0.5}]}],
              "speech_transcriptions":[{"language_code":"de-DE","alternatives":[{"confidence":0.5,"words":[{"start_time":{"seconds":1},"end_time":{"seconds":2},"word":"ja","speaker_tag":2}]}]}],
              "logo_recognition_annotations":[{"entity":{"description":"Acme"},"tracks":[{"segment":{"start_time_offset":{},"end_time_offset":{"seconds":2}},"timestamped_objects":[{"normalized_bounding_box":{"left":0.5,"top":0.5,"right":0.75,"bottom":0.75},"time_offset":{"seconds":1}}],"confidence":0.5}]}]}]}
            """;
        var read = Taken.From(Snake);
        Assert.Equal(["logo Acme 0-2 0.5", "label a 1-5/2 0.5"], read.Tags.Select(Taken.Line));
        Assert.Equal(5000, read.Tags[0].Box!.Value.Left);
        Assert.Equal(("de-DE", "ja", "speaker 2"), (read.Transcripts[0].Language, read.Transcripts[0].Utterances[0].Text, read.Transcripts[0].Utterances[0].Speaker));
    }

    [Fact]
    public void Several_parts_of_one_video_are_read_and_several_videos_are_refused()
    {
        const string Two = """{"annotationResults":[{"inputUri":"/a","shotAnnotations":[{"endTimeOffset":"1s"}]},{"inputUri":"/a","shotAnnotations":[{"startTimeOffset":"1s","endTimeOffset":"2s"}],"error":{"code":3,"message":"too long"}}]}""";
        var read = Taken.From(Two);
        Assert.Equal(["shot shot 1 0-1 1", "shot shot 1 1-2 1"], read.Tags.Select(Taken.Line));
        Assert.Equal(["A part of the analysis failed there: too long"], read.Complaints);
        Assert.Equal("which-video", Assert.Throws<ImportException>(() => Taken.From(Two.Replace("\"/a\",\"shotAnnotations\":[{\"start", "\"/b\",\"shotAnnotations\":[{\"start", StringComparison.Ordinal))).Code);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"annotationResults":[]}""")]
    [InlineData("""{"response":{"annotationResults":"none"}}""")]
    public void What_is_none_is_refused(string text) => Assert.Equal("bad-import", Assert.Throws<ImportException>(() => Taken.From(text, "google-video")).Code);
}
