using VideoIndex.Search.Evaluation;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Documents;

/// <summary>Names documents.</summary>
internal static class DocumentId
{
    /// <summary>Returns the id of a thing's document: the video, the field, the number.</summary>
    public static string Of(VideoId video, SearchableSpan thing) => FormattableString.Invariant($"{video}:{thing.Field}:{thing.Number}");
}
