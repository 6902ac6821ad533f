using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Captions;

/// <summary>What a caption file holds.</summary>
/// <param name="Utterances">The cues with words in them, by start, then end, then place in the file.</param>
/// <param name="Complaints">What was left out and why, a sentence each; empty for a clean file.</param>
public sealed record CaptionFile(IReadOnlyList<Utterance> Utterances, IReadOnlyList<string> Complaints);
