using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Output.Json;

internal sealed record IndexedShape(
    string? Id, string Path, string State, string? Code, string? Sentence, decimal? Coverage, bool AlreadyKnown, string? SameAs, MeterShape? Meter);

internal sealed record MeterShape(
    long WallMilliseconds, decimal? TimesRealTime, int Decodes, IReadOnlyDictionary<string, long> StageMilliseconds)
{
    public static MeterShape? Of(Video video)
    {
        if (video.Meter is not { } meter)
        {
            return null;
        }

        var length = video.Extent.Duration.Seconds;
        var speed = meter.WallMilliseconds > 0 && length > default(Rational)
            ? decimal.Round(Times.Seconds(length) * 1000 / meter.WallMilliseconds, 2)
            : (decimal?)null;
        return new MeterShape(meter.WallMilliseconds, speed, meter.Decodes, meter.Stages);
    }
}
