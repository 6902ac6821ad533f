using System.Text.Json.Serialization;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Output.Json;

/// <summary>A span on the wire: exact strings, which decide, beside two forms for people. Everything with a span starts with these six.</summary>
internal abstract record SpanShape
{
    protected SpanShape(MediaSpan span, TimecodeTrack? labels)
    {
        (Start, End) = (span.Start.Seconds.ToString(), span.End.Seconds.ToString());
        (StartSeconds, EndSeconds) = (Times.Seconds(span.Start), Times.Seconds(span.End));
        (StartTimecode, EndTimecode) = (labels?.At(span.Start).ToString(), labels?.At(span.End).ToString());
    }

    [JsonPropertyOrder(-6)]
    public string Start { get; }

    [JsonPropertyOrder(-5)]
    public string End { get; }

    [JsonPropertyOrder(-4)]
    public decimal StartSeconds { get; }

    [JsonPropertyOrder(-3)]
    public decimal EndSeconds { get; }

    [JsonPropertyOrder(-2)]
    public string? StartTimecode { get; }

    [JsonPropertyOrder(-1)]
    public string? EndTimecode { get; }
}
