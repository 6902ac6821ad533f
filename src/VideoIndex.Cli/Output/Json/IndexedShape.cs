using VideoIndex.Cli.Output.Json.Copies;
using VideoIndex.Pipeline.Intake;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Output.Json;

internal sealed record IndexedShape(
    string? Id, string Path, string State, string? Code, string? Sentence, decimal? Coverage, bool AlreadyKnown, string? SameAs, MeterShape? Meter)
{
    public IReadOnlyList<MatchShape> Similar { get; init; } = [];

    public static IndexedShape Of(string file, Video video, Offered offered) => new(
        video.Id.ToString(),
        file,
        video.State.ToString().ToLowerInvariant(),
        video.Code,
        video.Sentence,
        video.Coverage is { } share ? decimal.Round(Times.Seconds(share), 4) : null,
        offered.AlreadyKnown,
        offered.EarlierPath,
        MeterShape.Of(video));

    public static IndexedShape Rejected(string file, string code, string sentence) =>
        new(null, file, "rejected", code, sentence, null, AlreadyKnown: false, null, null);
}

internal sealed record MeterShape(long WallMilliseconds, decimal? TimesRealTime, int Decodes, IReadOnlyList<StageShape> Stages)
{
    public static MeterShape? Of(Video video) => video.Meter is { } meter
        ? new MeterShape(
            meter.WallMilliseconds,
            Times.RealTime(video.Extent, meter.WallMilliseconds),
            meter.Decodes,
            [.. meter.Stages.Select(stage => StageShape.Of(stage, video))])
        : null;
}

internal sealed record StageShape(
    string Stage, int Jobs, long WallMilliseconds, long CpuMilliseconds, long BytesRead, decimal? TimesRealTime)
{
    public static StageShape Of(StageCost stage, Video video) => new(
        stage.Stage,
        stage.Jobs,
        stage.Cost.WallMilliseconds,
        stage.Cost.CpuMilliseconds,
        stage.Cost.BytesRead,
        Times.RealTime(video.Extent, Math.Max(1, stage.Cost.WallMilliseconds)));
}
