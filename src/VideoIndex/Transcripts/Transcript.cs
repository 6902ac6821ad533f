using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Transcripts;

/// <summary>What is said in a video, by one author in one language.</summary>
/// <param name="Language">A language code as its source wrote it (<c>en</c>, <c>eng</c>, <c>ja</c>); null when unknown.</param>
/// <param name="Origin">Where the text comes from: a caption track, a side-car file, later a speech model.</param>
/// <param name="Utterances">The utterances in order of their start.</param>
public sealed record Transcript(string? Language, Origin Origin, IReadOnlyList<Utterance> Utterances);

/// <summary>Words said, or captioned, together.</summary>
/// <param name="Span">When they are said or shown.</param>
/// <param name="Text">The words as plain text: no markup, no control characters, lines joined by a newline.</param>
public sealed record Utterance(MediaSpan Span, string Text);
