using System.Text.Json;
using System.Text.Json.Nodes;
using VideoIndex.Brands;
using VideoIndex.Exporting;
using VideoIndex.Importing;
using VideoIndex.Interchange.Exporting;
using VideoIndex.Interchange.Importing;
using VideoIndex.Interchange.Tests.Importing.Services;
using VideoIndex.Looks;
using VideoIndex.Reviews;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Tests.Exporting.Services;

public sealed class AzureInsightsExportTests
{
    [Fact]
    public void What_was_taken_in_leaves_as_it_came()
    {
        var left = Written(With(Taking(InsightsFile.Everything)));

        Assert.Equal(NormalInsights.Of(InsightsFile.Everything), NormalInsights.Of(left));
    }

    [Fact]
    public void It_leaves_the_same_the_second_time()
    {
        var once = Written(With(Taking(InsightsFile.Everything)));

        Assert.Equal(once, Written(With(Taking(once))));
    }

    [Fact]
    public void What_people_rejected_does_not_leave()
    {
        var video = With(Taking(InsightsFile.Everything));
        var wrong = video.Contents.Tags.Where(tag => tag.Label is "stadium" or "car" || (tag.Label == "person" && tag.Span.Start.Seconds.Numerator == 0)).Select(VideoClaim.Of)
            .Append(VideoClaim.In(video.Contents).Single(claim => claim.Label == "Guten Abend."));
        var insights = Insights(Written(video with { Reviews = Reviewed([.. wrong.Select(claim => Entry(claim, ReviewAct.Rejected))]) }));

        var label = Assert.Single(insights["labels"]!.AsArray());
        Assert.Equal(("person", 1, "0:05:00.12"), (label!["name"]!.ToString(), label["instances"]!.AsArray().Count, label["instances"]![0]!["start"]!.ToString()));
        Assert.Empty(insights["detectedObjects"]!.AsArray());
        Assert.Equal([1, 3], insights["transcript"]!.AsArray().Select(line => (int)line!["id"]!));
        Assert.Single(insights["topics"]!.AsArray()); // it never had a span
    }

    [Fact]
    public void What_people_added_leaves_too_with_ids_of_its_own()
    {
        var video = With(Taking(InsightsFile.Everything));
        var added = new VideoClaim(video.Video.Id, A.Span("1-2"), TagKinds.Objects, "bus", new Origin("person", "ada"));
        var insights = Insights(Written(video with { Reviews = Reviewed(Entry(added, ReviewAct.Added)) }));

        Assert.Equal([(1, "car"), (2, "bus")], insights["detectedObjects"]!.AsArray().Select(item => ((int)item!["id"]!, item["displayName"]!.ToString())));
    }

    [Fact]
    public void What_was_found_here_is_written_in_the_documented_shape() => Golden.Verify(Written(Found()));

    [Fact]
    public void What_was_found_here_comes_in_again_as_what_it_was()
    {
        var video = Found();
        var again = Taking(Written(video));

        Assert.Equal(
            [
                "brand Acme 30-31 0.5", "colour red 1-2 0.99", "face Unknown #1 3-4 0.875", "face Unknown #2 3-5 0.5", "logo Acme 30-40 0.75", "object car 10-11 0.25", "object car 12-13 0.5",
                "picture colour bars 0-1 0.99", "scene scene 1 0-600 1", "shot shot 1 0-3333333/10000000 1", "shot shot 2 3333333/10000000-600 1", "speaker Ada 5-6 1", "text GOAL 20-21 0.5",
            ],
            again.Tags.Select(Taken.Line).Order(StringComparer.Ordinal));
        Assert.Equal(["en Ada: what a goal", "en : yes"], again.Transcripts.SelectMany(one => one.Utterances.Select(said => $"{one.Language} {said.Speaker}: {said.Text}")));
        var text = again.Tags.Single(tag => tag.Kind == TagKinds.Text);
        Assert.Equal((new PictureBox(1000, 2000, 500, 500), 15), (text.Box, text.Angle));
    }

    [Fact]
    public void A_person_who_spoke_before_keeps_the_id()
    {
        var video = With(Taking(InsightsFile.With("speakers", """{"id":7,"name":"Ada","instances":[{"start":"0:00:05","end":"0:00:06"}]}""")));
        var heard = new Transcript("en", new Origin("model", "tiny"), [new Utterance(A.Span("5-6"), "hello") { Speaker = "Ada" }, new Utterance(A.Span("7-8"), "oh") { Speaker = "Bob" }]);
        var insights = Insights(Written(video with { Contents = video.Contents with { Transcripts = [heard] } }));

        Assert.Equal([7, 8], insights["speakers"]!.AsArray().Select(speaker => (int)speaker!["id"]!));
        Assert.Equal([7, 8], insights["transcript"]!.AsArray().Select(line => (int)line!["speakerId"]!));
    }

    [Fact]
    public void Hostile_names_are_escaped_and_halves_of_characters_are_replaced()
    {
        var video = new ExportedVideo(A.Video("a.mp4").Tagged("object", "0-1 x\" ,\n\u0000\u202E\uD800 =CMD()", $"2-3 {new string('y', 100_000)}").Contents, []);
        var result = Write(video);

        Assert.Equal(["x\" ,\n\uFFFD\u202E\uFFFD =CMD()", new string('y', 100_000)], Insights(result.Files[0].Text)["detectedObjects"]!.AsArray().Select(item => item!["type"]!.ToString()));
        Assert.Contains(result.Notes, note => note.StartsWith('1'));
    }

    [Fact]
    public void One_text_of_each_language_is_written_and_it_is_said_so()
    {
        var video = new ExportedVideo(A.Video("a.mp4").Saying("0-1 one").Saying("0-1 other").SayingIn("de", "0-1 eins").Contents, []);
        var result = Write(video);

        Assert.Equal(["one", "eins"], Insights(result.Files[0].Text)["transcript"]!.AsArray().Select(line => line!["text"]!.ToString()));
        Assert.Contains(result.Notes, note => note.Contains("one of each language", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_video_is_a_file()
    {
        var result = ExportWriters.Named("azure-insights")!.Write(
            new ExportSheet("x", [new ExportedVideo(A.Video("a.mp4").Contents, []), new ExportedVideo(A.Video("b.mp4").Contents, [])]), new ExportRules());

        Assert.Equal(["a", "b"], result.Files.Select(file => file.Part));
    }

    private static ExportedVideo Found()
    {
        var contents = A.Video("match.mp4").Shots("0", "1/3").Scenes("0-600").Contents with { Video = Taken.Video };
        Tag Claim(string span, string kind, string label, double sure) => new(contents.Video.Id, A.Span(span), kind, label, new Confidence(sure), new Origin("model", "m", "1"));
        return new ExportedVideo(
            contents with
            {
                Tags =
                [
                    Claim("0-1", TagKinds.Picture, "colour bars", 0.99), Claim("1-2", TagKinds.Colour, "red", 0.99), Claim("3-4", TagKinds.Faces, "face", 0.875), Claim("3-5", TagKinds.Faces, "face", 0.5),
                    Claim("10-11", TagKinds.Objects, "car", 0.25), Claim("12-13", TagKinds.Objects, "car", 0.5), Claim("30-40", TagKinds.Logo, "Acme", 0.75), Claim("30-31", "brand", "Acme", 0.5),
                    Claim("20-21", TagKinds.Text, "GOAL", 0.5) with { Box = new PictureBox(1000, 2000, 500, 500), Angle = 15, Language = "eng" },
                ],
                Transcripts = [new Transcript("en", new Origin("model", "tiny", "1"), [new Utterance(A.Span("5-6"), "what a goal") { Speaker = "Ada", Confidence = new Confidence(0.5) }, new Utterance(A.Span("7-8"), "yes"), new Utterance(A.Span("8-9"), "so so so") { Dropped = DropReasons.Loop }])],
            },
            []);
    }

    private static Import Taking(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var (format, reading) = ImportFile.Read(bytes, null, Taken.Order);
        return ImportFile.Taken(bytes, format, reading, Taken.Order, A.Day(3));
    }

    // As a library has it: what came in with an import says so.
    private static ExportedVideo With(Import import) => new(
        new VideoContents(Taken.Video, [], [.. import.Transcripts.Select(one => one with { Import = import.Id })], [.. import.Tags.Select(tag => tag with { Import = import.Id })]), [])
    {
        Imports = [import],
    };

    private static ReviewEntry Entry(VideoClaim claim, ReviewAct act) => new(1, act, claim, null, new Stamp(A.Day(4), "ada"), "");

    private static VideoReviews Reviewed(params ReviewEntry[] entries) => VideoReviews.Of([.. entries.Select((entry, at) => entry with { Number = at + 1, Tag = entry.What == ReviewAct.Added ? at + 1 : null })]);

    private static ExportResult Write(ExportedVideo video) => ExportWriters.Named("azure-insights")!.Write(new ExportSheet("x", [video]), new ExportRules());

    private static string Written(ExportedVideo video) => Write(video).Files.Single().Text;

    private static JsonNode Insights(string text) => JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = false })!["videos"]![0]!["insights"]!;
}
