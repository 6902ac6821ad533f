using System.Text.Json.Serialization;
using VideoIndex.Copies;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Output.Json.Copies;

internal sealed record SimilarShape(VideoName Video, AskedShape? Asked, IReadOnlyList<MatchShape> Matches);

internal sealed record MatchShape : SpanShape
{
    public MatchShape(CopyMatch match, Video here, Video there)
        : base(match.Here, here.Timecodes)
    {
        (Kind, Video, There) = (match.Kind.ToString().ToLowerInvariant(), VideoName.Of(there), new AskedShape(match.There, there.Timecodes));
        Sentence = SameAs.Sentence(match, here, there);
        (Score, Mirrored, Speed, How) = (match.Score, match.Mirrored, Times.Seconds(match.Speed), match.How);
    }

    /// <summary>Gets the same for people.</summary>
    [JsonIgnore]
    public string Sentence { get; }

    [JsonPropertyOrder(-10)]
    public string Kind { get; }

    [JsonPropertyOrder(-9)]
    public VideoName Video { get; }

    public AskedShape There { get; }

    public int Score { get; }

    public bool Mirrored { get; }

    public decimal Speed { get; }

    public string How { get; }
}
