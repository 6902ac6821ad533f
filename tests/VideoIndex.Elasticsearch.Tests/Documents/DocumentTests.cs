using System.Text;
using System.Text.Json;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Elasticsearch.Tests.Writing;
using VideoIndex.Search.Evaluation;
using VideoIndex.Testing.Contracts.Searching.Cases;

namespace VideoIndex.Elasticsearch.Tests.Documents;

public sealed class DocumentTests
{
    [Fact]
    public void What_is_kept_of_a_video_is_as_approved() =>
        Golden.Verify(string.Concat(SampleVideo.Documents().Things.Select(thing => $"{DocumentId.Of(SampleVideo.Final.Contents.Video.Id, thing)}\n{Encoding.UTF8.GetString(DocumentWriter.Write(SampleVideo.Documents(), thing))}\n")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Everything_is_read_back_as_it_was_written(int seed)
    {
        var library = new RandomLibrary(new Random(seed));
        for (var at = 0; at < 30; at++)
        {
            var known = library.Known(library.Next($"{seed} {at}"));
            foreach (var thing in known.Things)
            {
                var read = DocumentReader.Read(Written(new VideoDocuments(known.Facts, 1, known.Things), thing));

                Assert.Equal(Spelled(thing), Spelled(read));
            }
        }
    }

    [Fact]
    public void The_picture_of_a_moment_is_that_of_the_shot_it_starts_in()
    {
        var video = SampleVideo.Documents();
        var page = Written(video, video.Things[0]);

        Assert.Equal("keyframes/2.jpg", DocumentReader.Keyframe(page, VideoIndex.Testing.Contracts.A.Time("15")));
        Assert.Equal("keyframes/1.jpg", DocumentReader.Keyframe(page, VideoIndex.Testing.Contracts.A.Time("449999/30000")));
        Assert.Null(DocumentReader.Keyframe(page, VideoIndex.Testing.Contracts.A.Time("600")));
        Assert.Equal("stub", DocumentReader.Looker(page, "object")?.Name);
        Assert.Null(DocumentReader.Looker(page, "face"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"number":"one"}""")]
    [InlineData("""{"number":1,"field":"say","from":"x","until":"1","text":["a"],"confidence":1,"origin":{"kind":"a","name":"b","version":""}}""")]
    [InlineData("""{"number":1,"field":"say","from":"2","until":"1","text":["a"],"confidence":1,"origin":{"kind":"a","name":"b","version":""}}""")]
    [InlineData("""{"number":1,"field":"say","from":"0","until":"1","text":["a"],"confidence":7,"origin":{"kind":"a","name":"b","version":""}}""")]
    public void What_is_no_document_of_ours_is_said_to_be_none(string json) => Assert.Throws<FormatException>(() => DocumentReader.Read(JsonDocument.Parse(json).RootElement));

    private static JsonElement Written(VideoDocuments video, SearchableSpan thing) => JsonDocument.Parse(DocumentWriter.Write(video, thing)).RootElement;

    // The utterances a joint joins have the author, the language and the speaker of the first.
    private static string Spelled(SearchableSpan thing) =>
        $"{thing with { Texts = [], Words = [], Path = null, Joint = null }} {string.Join('/', thing.Texts)} {string.Concat(thing.Words)} {string.Concat(thing.Path?.Points ?? [])}"
        + (thing.Joint is var (before, after) ? $" joins {before.Span} {before.Texts[0]} {string.Concat(before.Words)} and {after.Span} {after.Texts[0]} {string.Concat(after.Words)}" : "");
}
