using VideoIndex.Metadata;
using VideoIndex.Search.Evaluation;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Documents;

/// <summary>All that is kept of one video in Elasticsearch, one state of it.</summary>
/// <param name="Facts">The video and what people keep of it.</param>
/// <param name="Generation">Which state: the sequence of the event that told of it. The version of every document; a later one takes the place of an earlier.</param>
/// <param name="Things">Everything in it that can be found.</param>
public sealed record VideoDocuments(VideoFacts Facts, long Generation, IReadOnlyList<SearchableSpan> Things)
{
    /// <summary>Gets its shots, for the picture a moment is shown with.</summary>
    public IReadOnlyList<ShotRecord> Shots { get; init; } = [];

    /// <summary>Gets the fields whose detectors looked at it, <c>object</c>, <c>face</c>, and which detectors those are.</summary>
    public IReadOnlyList<(string Field, Origin By)> Looked { get; init; } = [];

    /// <summary>Gets the video's place in the order videos came into the library: one that came later has a greater number.</summary>
    public long Entered { get; init; }

    /// <summary>Gets the video's id.</summary>
    public VideoId Video => Facts.Video.Id;
}
