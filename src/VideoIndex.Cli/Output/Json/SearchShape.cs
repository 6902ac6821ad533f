using System.Text.Json.Serialization;
using VideoIndex.Cli.Output.Json.Contents;
using VideoIndex.Search;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Output.Json;

internal sealed record SearchShape
{
    public SearchShape(string query, SearchAnswer answer, Func<string, string> pathOf)
    {
        (Query, Moments, Notes) = (query, [.. answer.Moments.Select(moment => new MomentShape(moment, pathOf))], answer.Notes);
        (Total, Videos, Next, Explanation) = (answer.Total, answer.Videos, answer.Next, answer.Explanation);
        Facets = [.. answer.Facets.Select(facet => new FacetShape(facet.Name, [.. facet.Values.Select(value => new FacetValueShape(value.Value, value.Moments, value.Videos))]))];
    }

    public string Query { get; }

    public IReadOnlyList<MomentShape> Moments { get; }

    public IReadOnlyList<string> Notes { get; }

    public long Total { get; }

    public long Videos { get; }

    public IReadOnlyList<FacetShape> Facets { get; }

    public string? Next { get; }

    public IReadOnlyList<string> Explanation { get; }
}

internal sealed record FacetShape(string Name, IReadOnlyList<FacetValueShape> Values);

internal sealed record FacetValueShape(string Value, long Moments, long Videos);

internal sealed record MomentShape : SpanShape
{
    public MomentShape(Moment moment, Func<string, string> pathOf)
        : base(moment.Span, moment.Video.Timecodes)
    {
        var labels = moment.Video.Timecodes;
        var spoken = moment.Kind is "say" or "text";
        (Video, Kind) = (VideoName.Of(moment.Video), moment.Kind);
        Text = spoken ? moment.Text : null;
        Label = spoken ? null : moment.Text;
        (Confidence, Origin, Language) = (moment.Confidence.Value, OriginShape.Of(moment.Origin), moment.Language);
        (Box, Zones, How) = (BoxShape.Of(moment.Box), BoxShape.Zones(moment.Box), moment.How);
        Keyframe = moment.Keyframe is { } name ? pathOf(name) : null;
        (Track, Speaker, Status) = (moment.Track, moment.Speaker, moment.Status);
        Words = moment.Words is [] ? null : [.. moment.Words.Select(word => new WordShape(word, labels))];
        Evidence = [.. moment.Evidence.Select(evidence => new EvidenceShape(evidence, labels))];
    }

    [JsonPropertyOrder(-10)]
    public VideoName Video { get; }

    [JsonPropertyOrder(-9)]
    public string Kind { get; }

    [JsonPropertyOrder(-8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; }

    [JsonPropertyOrder(-8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Label { get; }

    [JsonPropertyOrder(-7)]
    public double Confidence { get; }

    [JsonPropertyOrder(-7)]
    public OriginShape Origin { get; }

    public string? Language { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Track { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Speaker { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WordShape>? Words { get; }

    public string Status { get; }

    public BoxShape? Box { get; }

    public IReadOnlyList<string> Zones { get; }

    public string? How { get; }

    public string? Keyframe { get; }

    public IReadOnlyList<EvidenceShape> Evidence { get; }
}

internal sealed record EvidenceShape : SpanShape
{
    public EvidenceShape(Evidence evidence, TimecodeTrack? labels)
        : base(evidence.Span, labels) =>
        (Term, Field, Text, Matches) = (evidence.Term, evidence.Field, Marks.Plain(evidence.Marked), Marks.Places(evidence.Marked));

    public string Term { get; }

    public string Field { get; }

    public string Text { get; }

    public IReadOnlyList<int[]> Matches { get; }
}
