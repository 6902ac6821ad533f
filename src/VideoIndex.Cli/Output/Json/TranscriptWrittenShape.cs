using System.Text.Json.Serialization;
using VideoIndex.Cli.Commands.Transcripts;
using VideoIndex.Interchange.Transcripts;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Output.Json;

/// <summary>Which transcript was written, as what, and where to.</summary>
internal sealed record TranscriptWrittenShape
{
    public TranscriptWrittenShape(Video video, Transcript transcript, TranscriptFormat format, TranscriptText written, string? output)
    {
        Video = VideoName.Of(video);
        (Language, Origin, Track) = (transcript.Language, OriginShape.Of(transcript.Origin), transcript.Track);
        (Format, Cues, Notes) = (format.ToString().ToLowerInvariant(), written.Cues, written.Notes);
        (Output, Text) = (output, output is null ? written.Text : null);
        Named = TranscriptChoice.Named(transcript);
    }

    public VideoName Video { get; }

    public string? Language { get; }

    public OriginShape Origin { get; }

    public int? Track { get; }

    public string Format { get; }

    public int Cues { get; }

    public IReadOnlyList<string> Notes { get; }

    public string? Output { get; }

    public string? Text { get; }

    [JsonIgnore]
    public string Named { get; }

    [JsonIgnore]
    public string Counted => Counts.Of(Cues, Format switch { "txt" => "paragraph", "json" => "utterance", _ => "cue" });
}
