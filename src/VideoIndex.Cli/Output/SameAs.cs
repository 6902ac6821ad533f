using System.Globalization;
using VideoIndex.Copies;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Output;

/// <summary>Says for people what two videos share.</summary>
internal static class SameAs
{
    /// <summary>Returns <c>the same pictures as match.mov (00:00:10:00 - 00:01:20:00 here = 00:00:00:00 - 00:01:10:00 there)</c>.</summary>
    public static string Sentence(CopyMatch match, Video here, Video there)
    {
        var what = match.Kind == CopyKind.Sound ? "the same sound as" : match.Mirrored ? "the same pictures, mirrored, as" : "the same pictures as";
        var speed = match.Speed == new Rational(1, 1) ? "" : string.Create(CultureInfo.InvariantCulture, $", at {1 / match.Speed.ToDouble():0.00} of its speed");
        return $"{what} {there.Path} ({Span(match.Here, here)} here = {Span(match.There, there)} there{speed})";
    }

    private static string Span(MediaSpan span, Video video) => $"{Times.Label(span.Start, video.Timecodes)} - {Times.Label(span.End, video.Timecodes)}";
}
