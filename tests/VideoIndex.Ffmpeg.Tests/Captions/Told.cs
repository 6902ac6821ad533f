using VideoIndex.Transcripts;

namespace VideoIndex.Ffmpeg.Tests.Captions;

/// <summary>Turns transcripts into short strings.</summary>
internal static class Told
{
    public static string Of(IEnumerable<Transcript> transcripts) =>
        string.Join('\n', transcripts.SelectMany(transcript => transcript.Utterances.Select(utterance => Of(transcript.Origin.Name, utterance))));

    public static string Of(CaptionReading reading) => string.Join('\n', [Of(reading.Transcripts), .. reading.Complaints]);

    private static string Of(string origin, Utterance utterance) =>
        $"{origin} [{utterance.Span.Start.Seconds}, {utterance.Span.End.Seconds}) {utterance.Text.Replace('\n', '|')}";
}
