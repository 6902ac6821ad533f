using VideoIndex.Videos;

namespace VideoIndex.Search.Evaluation;

/// <summary>Everything in a video that can be found.</summary>
public static class SearchableSpans
{
    /// <summary>Returns the things of a video in order of start, then end, numbered from 0: the video itself, what is said and not dropped, the joints of utterances, tags, shots, scenes.</summary>
    public static IReadOnlyList<SearchableSpan> Of(VideoContents contents) => throw new NotSupportedException();
}
