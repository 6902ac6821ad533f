using VideoIndex.Cli.Output.Json.Contents;
using VideoIndex.Reviews;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Output.Json.Keeping;

/// <summary>The claims about a video that were asked for.</summary>
internal sealed record ClaimListShape(VideoName Video, IReadOnlyList<ClaimShape> Tags);

/// <summary>What was done to claims, and how they stand afterwards.</summary>
internal sealed record ReviewedShape(VideoName Video, string Done, IReadOnlyList<ClaimShape> Tags);

/// <summary>A claim about a video, and what people say of it.</summary>
internal sealed record ClaimShape : SpanShape
{
    public ClaimShape(JudgedClaim judged, TimecodeTrack? labels)
        : base(judged.Claim.Span, labels)
    {
        var claim = judged.Claim;
        (Id, Kind, Label, Origin, Box, Status) = (TagReference.Text(claim.Id), claim.Kind, claim.Label, OriginShape.Of(claim.Origin), BoxShape.Of(claim.Box), judged.Status);
        (Note, ReviewedAt, ReviewedBy) = (judged.Note is "" ? null : judged.Note, judged.Said?.At.ToString("O", null), judged.Said?.By);
    }

    public string Id { get; }

    public string Kind { get; }

    public string Label { get; }

    public OriginShape Origin { get; }

    public BoxShape? Box { get; }

    public string Status { get; }

    public string? Note { get; }

    public string? ReviewedAt { get; }

    public string? ReviewedBy { get; }
}
