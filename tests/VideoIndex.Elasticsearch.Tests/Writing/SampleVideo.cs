using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Metadata;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Tests.Writing;

/// <summary>A video with a little of everything, and short ways to write others down.</summary>
internal static class SampleVideo
{
    public static IndexedVideo Final { get; } = A.Video("cup/final.mp4")
        .Attribute("title", "Cup night")
        .Hearing(A.Heard("tiny", 1, "10 what a goal?", "14 said Zoë"))
        .Tagged("logo", "0-1001/30 Acme")
        .Shots("0", "15", "300");

    /// <summary>All that is written of it.</summary>
    public static VideoDocuments Documents(long generation = 3) => Of(Final, generation) with
    {
        Looked = [("object", new Origin("model", "stub", "1"))],
        Entered = 1,
    };

    public static VideoDocuments Of(IndexedVideo video, long generation) => new(
        new VideoFacts(video.Contents.Video)
        {
            Collections = ["Best of 2026"],
            Fields = new Dictionary<string, IReadOnlyList<FieldValue>> { ["client"] = [new FieldValue("Acme", null, null)] },
        },
        generation,
        [.. SearchableSpans.Of(video.Contents).Select(thing => thing.Field == "logo" ? thing with { Status = ReviewStatus.Verified, Box = new(1, 2, 3, 4), Path = new TagPath([new PathPoint(A.Time("1/3"), new(1, 2, 3, 4), 900)]), How = "By its mark." } : thing)])
    {
        Shots = video.Contents.Shots,
    };
}
