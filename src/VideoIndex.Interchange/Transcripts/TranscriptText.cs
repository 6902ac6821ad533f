namespace VideoIndex.Interchange.Transcripts;

/// <summary>A transcript as it is written to a file.</summary>
/// <param name="Text">The file's text, to be written as UTF-8; lines end with a newline.</param>
/// <param name="Cues">How many cues, paragraphs or utterances it has.</param>
/// <param name="Notes">Which rules for reading could not be kept, a sentence each.</param>
public sealed record TranscriptText(string Text, int Cues, IReadOnlyList<string> Notes);
