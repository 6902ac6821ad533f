using System.Text.Json.Serialization;
using VideoIndex.Transcripts;

namespace VideoIndex.Cli.Output.Json;

internal sealed record ListenedShape(VideoName Video, IReadOnlyList<HeardShape> Heard, IReadOnlyList<string> Notes);

/// <summary>What was heard in one sound, counted.</summary>
internal sealed record HeardShape(int Track, string? Channel, string? Language, OriginShape Origin, int Utterances, int Words, int UnsureWords, int Dropped)
{
    /// <summary>Gets the same for people.</summary>
    [JsonIgnore]
    public string Sentence =>
        $"audio {Track}{(Channel is null ? "" : $", {Channel}")} by {Origin.Name} ({Language ?? "no language"}): {Counts.Of(Utterances, "utterance")}, {Counts.Of(Words, "word")}, {UnsureWords} unsure, {Dropped} dropped";

    public static HeardShape Of(Transcript transcript)
    {
        List<Utterance> believed = [.. transcript.Utterances.Where(utterance => utterance.Dropped is null)];
        return new HeardShape(
            transcript.Track!.Value,
            transcript.Channel,
            transcript.Language,
            OriginShape.Of(transcript.Origin),
            believed.Count,
            believed.Sum(utterance => utterance.Words.Count),
            believed.Sum(utterance => utterance.Words.Count(word => word.IsUnsure)),
            transcript.Utterances.Count - believed.Count);
    }
}
