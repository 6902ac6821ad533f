using System.Globalization;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Cues.Captions;

/// <summary>Writes times as TTML has them: in frames counted from zero where every frame of the video lies on such a count, else in milliseconds.</summary>
/// <param name="Labels">What numbers the frames; null where the rate varies.</param>
/// <param name="Before">Which frame, counted from zero, the first of the video is.</param>
internal sealed record ImscClock(TimecodeTrack? Labels, long Before)
{
    /// <summary>Gets whether times are frames.</summary>
    public bool IsInFrames => Labels is not null;

    /// <summary>Gets the parameters that say what a frame is.</summary>
    public IEnumerable<(string Name, string Value)> Parameters
    {
        get
        {
            if (Labels?.First.Rate is not { } rate)
            {
                yield break;
            }

            yield return ("frameRate", rate.Nominal.ToString(CultureInfo.InvariantCulture));
            var multiplier = rate.FramesPerSecond / new Rational(rate.Nominal, 1);
            if (multiplier != new Rational(1, 1))
            {
                yield return ("frameRateMultiplier", string.Create(CultureInfo.InvariantCulture, $"{multiplier.Numerator} {multiplier.Denominator}"));
            }
        }
    }

    /// <summary>Returns the clock of a video.</summary>
    public static ImscClock Of(ExportedVideo video)
    {
        var first = (video.Labels?.FirstFrame.Seconds ?? default) * (video.Labels?.First.Rate.FramesPerSecond ?? default);
        return first.Denominator == 1 ? new ImscClock(video.Labels, first.Numerator) : new ImscClock(null, 0);
    }

    /// <summary>Returns when a span begins and ends.</summary>
    public (string Begin, string End) Of(MediaSpan span)
    {
        if (Labels?.FramesOf(span) is { } frames)
        {
            return (Frame(Math.Max(0, frames.First + Before)), Frame(Math.Max(1, frames.Until + Before)));
        }

        var (start, end) = span.In(1000);
        return (Clock(start), Clock(end));
    }

    private static string Frame(long frame) => string.Create(CultureInfo.InvariantCulture, $"{frame}f");

    private static string Clock(long time) => string.Create(
        CultureInfo.InvariantCulture, $"{time / 3_600_000:00}:{time / 60_000 % 60:00}:{time / 1000 % 60:00}.{time % 1000:000}");
}
