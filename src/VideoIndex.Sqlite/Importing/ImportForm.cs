using System.Text.Json;
using System.Text.Json.Serialization;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Importing;

/// <summary>The written form of what was taken in: JSON in UTF-8, with short names for what every tag has.</summary>
internal static class ImportForm
{
    /// <summary>Writes tags.</summary>
    public static byte[] Write(IReadOnlyList<Tag> tags) => JsonSerializer.SerializeToUtf8Bytes([.. tags.Select(KeptTag.Of)], ImportJson.Default.KeptTagArray);

    /// <summary>Writes transcripts.</summary>
    public static byte[] Write(IReadOnlyList<Transcript> transcripts) =>
        JsonSerializer.SerializeToUtf8Bytes([.. transcripts.Select(KeptTranscript.Of)], ImportJson.Default.KeptTranscriptArray);

    /// <summary>Reads tags of a video.</summary>
    public static IReadOnlyList<Tag> ReadTags(byte[] bytes, VideoId video) =>
        [.. JsonSerializer.Deserialize(bytes, ImportJson.Default.KeptTagArray)!.Select(tag => tag.In(video))];

    /// <summary>Reads transcripts.</summary>
    public static IReadOnlyList<Transcript> ReadTranscripts(byte[] bytes) =>
        [.. JsonSerializer.Deserialize(bytes, ImportJson.Default.KeptTranscriptArray)!.Select(transcript => transcript.Whole())];
}

/// <summary>A tag as it is kept.</summary>
internal sealed record KeptTag(
    [property: JsonPropertyName("s")] Rational Starts,
    [property: JsonPropertyName("e")] Rational Ends,
    [property: JsonPropertyName("k")] string Kind,
    [property: JsonPropertyName("l")] string Label,
    [property: JsonPropertyName("c")] double Confidence,
    [property: JsonPropertyName("o")] string[] Origin)
{
    [JsonPropertyName("b")]
    public string? Box { get; init; }

    [JsonPropertyName("a")]
    public int Angle { get; init; }

    [JsonPropertyName("g")]
    public string? Language { get; init; }

    [JsonPropertyName("h")]
    public string? How { get; init; }

    [JsonPropertyName("p")]
    public byte[]? Path { get; init; }

    public static KeptTag Of(Tag tag) => new(
        tag.Span.Start.Seconds, tag.Span.End.Seconds, tag.Kind, tag.Label, tag.Confidence.Value, [tag.Origin.Kind, tag.Origin.Name, tag.Origin.Version])
    {
        Box = tag.Box?.Text(),
        Angle = tag.Angle,
        Language = tag.Language,
        How = tag.How,
        Path = tag.Path is { } path ? TagPathForm.Write(path) : null,
    };

    public Tag In(VideoId video) => new(
        video, new MediaSpan(new MediaTime(Starts), new MediaTime(Ends)), Kind, Label, new Confidence(Confidence), new Origin(Origin[0], Origin[1], Origin[2]))
    {
        Box = Box is { } box ? Exact.Box(box) : null,
        Angle = Angle,
        Language = Language,
        How = How,
        Path = Path is { } path ? TagPathForm.Read(path) : null,
    };
}

/// <summary>A transcript as it is kept.</summary>
internal sealed record KeptTranscript(string? Language, string[] Origin, int? Track, string? Channel, string[] Notes, KeptUtterance[] Utterances)
{
    public static KeptTranscript Of(Transcript transcript) => new(
        transcript.Language,
        [transcript.Origin.Kind, transcript.Origin.Name, transcript.Origin.Version],
        transcript.Track,
        transcript.Channel,
        [.. transcript.Notes],
        [.. transcript.Utterances.Select(KeptUtterance.Of)]);

    public Transcript Whole() => new(Language, new Origin(Origin[0], Origin[1], Origin[2]), [.. Utterances.Select(said => said.Whole())])
    {
        Track = Track,
        Channel = Channel,
        Notes = Notes,
    };
}

/// <summary>An utterance as it is kept.</summary>
internal sealed record KeptUtterance(
    [property: JsonPropertyName("s")] Rational Starts,
    [property: JsonPropertyName("e")] Rational Ends,
    [property: JsonPropertyName("t")] string Text)
{
    [JsonPropertyName("c")]
    public double? Confidence { get; init; }

    [JsonPropertyName("w")]
    public byte[]? Words { get; init; }

    [JsonPropertyName("n")]
    public string? Speaker { get; init; }

    [JsonPropertyName("g")]
    public string? Language { get; init; }

    [JsonPropertyName("d")]
    public string? Dropped { get; init; }

    public static KeptUtterance Of(Utterance said) => new(said.Span.Start.Seconds, said.Span.End.Seconds, said.Text)
    {
        Confidence = said.Confidence?.Value,
        Words = said.Words is [] ? null : SpokenWordsForm.Write(said.Words),
        Speaker = said.Speaker,
        Language = said.Language,
        Dropped = said.Dropped,
    };

    public Utterance Whole() => new(new MediaSpan(new MediaTime(Starts), new MediaTime(Ends)), Text)
    {
        Confidence = Confidence is { } sure ? new Confidence(sure) : null,
        Words = Words is { } words ? SpokenWordsForm.Read(words) : [],
        Speaker = Speaker,
        Language = Language,
        Dropped = Dropped,
    };
}

/// <summary>How it becomes JSON: fractions are strings, as in the rest of the library.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Converters = [typeof(RationalJson)])]
[JsonSerializable(typeof(KeptTag[]))]
[JsonSerializable(typeof(KeptTranscript[]))]
internal sealed partial class ImportJson : JsonSerializerContext;
