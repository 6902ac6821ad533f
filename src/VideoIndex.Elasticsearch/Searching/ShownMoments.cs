using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Elasticsearch.Searching.Finding;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Searching;

/// <summary>Makes moments of what answers, each with the picture of its shot.</summary>
internal sealed class ShownMoments(Snapshot snapshot, Question question)
{
    /// <summary>Returns them.</summary>
    /// <param name="found">What answers, by video, that of each in order of time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<Moment>> OfAsync(IReadOnlyList<(Video Video, IEnumerable<Match> Matches)> found, CancellationToken cancellationToken)
    {
        var documents = await VideoPages.OfAsync(snapshot, found.Select(one => one.Video.Id.ToString()), DocumentFields.Shots, cancellationToken).ConfigureAwait(false);
        return
        [
            .. found.SelectMany(one => Merging.Of(one.Matches.Select(match =>
                MomentOf.Match(question, match, one.Video, DocumentReader.Keyframe(documents.GetValueOrDefault(one.Video.Id.ToString()), match.Span.Start))))),
        ];
    }
}
