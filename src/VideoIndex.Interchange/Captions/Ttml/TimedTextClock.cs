using System.Globalization;
using System.Xml.Linq;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Captions.Ttml;

/// <summary>Reads the times of one TTML document: <c>00:00:01.5</c>, <c>00:00:01:12</c>, <c>1.5s</c>, <c>36f</c>, <c>90000t</c>.</summary>
internal sealed record TimedTextClock(Rational FramesPerSecond, Rational TicksPerSecond)
{
    private static readonly XNamespace Parameters = "http://www.w3.org/ns/ttml#parameter";

    /// <summary>Reads the rates a document declares; 30 frames a second and one tick a frame where it does not.</summary>
    public static TimedTextClock Of(XElement root)
    {
        var frames = Whole(root.Attribute(Parameters + "frameRate")?.Value) ?? 30;
        var multiplier = root.Attribute(Parameters + "frameRateMultiplier")?.Value.Split(' ', ':') is [var top, var bottom]
            && Whole(top) is { } above && Whole(bottom) is { } below
            ? new Rational(above, below)
            : new Rational(1, 1);
        var rate = new Rational(frames, 1) * multiplier;
        return new TimedTextClock(rate, Whole(root.Attribute(Parameters + "tickRate")?.Value) is { } ticks ? new Rational(ticks, 1) : rate);
    }

    public bool TryRead(string? text, out MediaDuration time)
    {
        time = default;
        var trimmed = (text ?? "").Trim();
        var isRead = trimmed.Contains(':', StringComparison.Ordinal)
            ? TryClock(trimmed, out var seconds)
            : TryOffset(trimmed, out seconds);
        time = new MediaDuration(seconds);
        return isRead;
    }

    private bool TryClock(string text, out Rational seconds)
    {
        var hasFrames = text.Count(letter => letter == ':') == 3;
        var last = hasFrames ? text.LastIndexOf(':') : text.Length;
        var frames = 0L;
        seconds = default;
        if (!CueTime.TryRead(text.AsSpan(0, last), out var time)
            || (hasFrames && !long.TryParse(text.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out frames)))
        {
            return false;
        }

        seconds = time.Seconds + new Rational(frames, 1) / FramesPerSecond;
        return true;
    }

    private bool TryOffset(string text, out Rational seconds)
    {
        seconds = default;
        var unit = text.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.');
        Rational? scale = unit switch
        {
            "h" => new Rational(3600, 1),
            "m" => new Rational(60, 1),
            "s" => new Rational(1, 1),
            "ms" => new Rational(1, 1000),
            "f" => new Rational(1, 1) / FramesPerSecond,
            "t" => new Rational(1, 1) / TicksPerSecond,
            _ => null,
        };
        if (scale is not { } each
            || !decimal.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > 1_000_000_000_000m)
        {
            return false;
        }

        seconds = new Rational((long)decimal.Round(number * 1_000_000m), 1_000_000) * each;
        return true;
    }

    private static long? Whole(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 1_000_000_000 ? value : null;
}
