using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Pipeline.Assembly;

/// <summary>Notices captions of another, longer cut. Their words are kept, for nothing is lost; that they do not fit is said.</summary>
internal static class CaptionsBeyond
{
    /// <summary>Returns a sentence for each transcript with utterances that begin after the video has ended.</summary>
    /// <param name="transcripts">What was read.</param>
    /// <param name="end">When the longer of pictures and sound ends.</param>
    public static IEnumerable<string> The(IReadOnlyList<Transcript> transcripts, MediaTime end) =>
        from transcript in transcripts
        let beyond = transcript.Utterances.Count(utterance => utterance.Span.Start >= end)
        where beyond > 0
        select $"{transcript.Origin.Name}: {beyond} of {transcript.Utterances.Count} captions begin after the end of the video; they may belong to another cut of it.";
}
