using System.Text.Json.Serialization;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Cli.Output.Json.Contents;

internal sealed record TranscriptShape(string? Language, OriginShape Origin, IReadOnlyList<UtteranceShape> Utterances)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Track { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Channel { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Import { get; init; }

    /// <summary>Returns a transcript; what is not believed only where it is asked for.</summary>
    public static TranscriptShape Of(Transcript transcript, TimecodeTrack? labels, bool dropped) => new(
        transcript.Language,
        OriginShape.Of(transcript.Origin),
        [.. transcript.Utterances.Where(utterance => dropped || utterance.Dropped is null).Select(utterance => new UtteranceShape(utterance, labels))])
    {
        Track = transcript.Track,
        Channel = transcript.Channel,
        Import = transcript.Import,
    };
}

internal sealed record UtteranceShape : SpanShape
{
    public UtteranceShape(Utterance utterance, TimecodeTrack? labels)
        : base(utterance.Span, labels)
    {
        (Text, Confidence, Speaker, Language, Dropped) = (utterance.Text, utterance.Confidence?.Value, utterance.Speaker, utterance.Language, utterance.Dropped);
        Words = utterance.Words is [] ? null : [.. utterance.Words.Select(word => new WordShape(word, labels))];
    }

    public string Text { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Confidence { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Speaker { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Dropped { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WordShape>? Words { get; }
}

/// <summary>A word that was heard, at its own time.</summary>
internal sealed record WordShape : SpanShape
{
    public WordShape(SpokenWord word, TimecodeTrack? labels)
        : base(word.Span, labels) => (Text, Confidence, Unsure) = (word.Text, word.Confidence.Value, word.IsUnsure);

    public string Text { get; }

    public double Confidence { get; }

    public bool Unsure { get; }
}
