using VideoIndex.Interchange.Transcripts.Cues;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Transcripts;

/// <summary>Writes transcripts as files other programs and people read.</summary>
public static class TranscriptWriter
{
    /// <summary>Writes one.</summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="format">What it is written as.</param>
    /// <param name="rules">How cues are made, and what is marked. JSON marks words by numbers and heeds only <see cref="CueRules.WithDropped"/>.</param>
    /// <param name="cuts">When one shot gives way to the next, in order; empty where nobody knows.</param>
    public static TranscriptText Write(Transcript transcript, TranscriptFormat format, CueRules rules, IReadOnlyList<MediaTime> cuts)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(rules);
        switch (format)
        {
            case TranscriptFormat.Json:
                return new TranscriptText(TranscriptJson.Write(transcript, rules), transcript.Utterances.Count(utterance => utterance.Dropped is null || rules.WithDropped), []);
            case TranscriptFormat.Txt:
                var (text, paragraphs) = PlainTextWriter.Write(transcript, rules);
                return new TranscriptText(text, paragraphs, []);
            default:
                var sheet = CueMaker.Make(transcript, rules, cuts);
                return new TranscriptText(format == TranscriptFormat.Srt ? SubRipWriter.Write(sheet.Cues) : WebVttWriter.Write(sheet.Cues), sheet.Cues.Count, sheet.Notes);
        }
    }
}
