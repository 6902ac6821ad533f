using System.Text;
using VideoIndex.Hearing;
using VideoIndex.Interchange.Transcripts.Cues;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Transcripts;

/// <summary>Writes text to read and to copy from: a paragraph for each turn, with the time it begins and, where that is known, who speaks.</summary>
internal static class PlainTextWriter
{
    /// <summary>Returns the file, and how many paragraphs it has.</summary>
    public static (string Text, int Paragraphs) Write(Transcript transcript, CueRules rules)
    {
        var file = new StringBuilder();
        var turns = SpeakerTurns.Of(transcript.Utterances.Where(utterance => (utterance.Dropped is null || rules.WithDropped) && !string.IsNullOrWhiteSpace(utterance.Text)));
        foreach (var turn in turns)
        {
            file.Append(file.Length > 0 ? "\n" : "").Append('[').Append(ClockTime.Of(turn.Span.Start)).Append("] ");
            file.Append(turn.Speaker is { } speaker ? $"{speaker}: " : "");
            file.AppendJoin(' ', turn.Utterances.Select(utterance => Said(utterance, rules))).Append('\n');
        }

        return (file.ToString(), turns.Count);
    }

    private static string Said(Utterance utterance, CueRules rules)
    {
        var text = rules.MarkUnsure ? UnsureWords.Marked(utterance) : utterance.Text;
        text = text.Replace('\n', ' ');
        return utterance.Dropped is { } why ? $"[not believed: {why}] {text}" : text;
    }
}
