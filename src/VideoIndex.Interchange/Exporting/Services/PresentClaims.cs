using VideoIndex.Exporting;
using VideoIndex.Interchange.Insights;
using VideoIndex.Reviews;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Exporting.Services;

/// <summary>What is claimed of a video now: what was found, taken in or added, without what people rejected.</summary>
internal sealed class PresentClaims
{
    private readonly Dictionary<string, VideoClaim> _claims = [];
    private readonly HashSet<string> _taken = [];
    private readonly ExportedVideo _video;

    /// <summary>Reads them.</summary>
    public PresentClaims(ExportedVideo video)
    {
        _video = video;
        foreach (var judged in JudgedClaim.In(video.Contents, video.Reviews).Where(one => one.Status != ReviewStatus.Rejected))
        {
            _claims[Leftovers.NameOf(judged.Claim.Id)] = judged.Claim;
        }
    }

    /// <summary>Gets the tags that nobody took yet, in order of time.</summary>
    public IEnumerable<Tag> Tags => _video.Contents.Tags.Concat(_video.Reviews.Tags.Select(tag => tag.Tag)).DistinctBy(tag => tag.Id)
        .Where(tag => Leftovers.NameOf(tag.Id) is var name && _claims.ContainsKey(name) && !_taken.Contains(name))
        .OrderBy(tag => tag.Span.Start).ThenBy(tag => tag.Span.End);

    /// <summary>Takes the claim of a name.</summary>
    /// <returns>Null where it is made no longer.</returns>
    public VideoClaim? Take(string? name)
    {
        if (name is null || !_claims.TryGetValue(name, out var claim))
        {
            return null;
        }

        _taken.Add(name);
        return claim;
    }

    /// <summary>Returns whether something said is believed, and not rejected.</summary>
    public bool IsSaid(Transcript transcript, Utterance said) =>
        said.Dropped is null && _claims.ContainsKey(Leftovers.NameOf(new VideoClaim(_video.Video.Id, said.Span, VideoClaim.Said, said.Text, transcript.Origin).Id));
}
