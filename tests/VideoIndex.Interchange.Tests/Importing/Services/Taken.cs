using VideoIndex.Interchange.Importing;
using VideoIndex.Media;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Tests.Importing.Services;

/// <summary>Reads files of services for a ten-minute video of 1920 by 1080, 25 frames a second, and writes what came of them in short.</summary>
internal static class Taken
{
    public static Video Video { get; } = A.Video("match.mp4").Contents.Video with
    {
        Probe = new MediaProbe { Format = "mov", Pictures = [new PictureTrack { Index = 0, Codec = "h264", Width = 1920, Height = 1080, TimeBase = new Rational(1, 12800) }] },
        Timecodes = TimecodeTrack.Running(FrameRate.Pal, default),
    };

    public static ImportOrder Order => new(Video, "taken.json");

    public static ImportReading From(string text, string? format = null, ImportOrder? order = null) =>
        ImportFile.Read(System.Text.Encoding.UTF8.GetBytes(text), format, order ?? Order).Reading;

    /// <summary>Returns each tag as <c>object car 0-61/25 0.468</c>.</summary>
    public static IReadOnlyList<string> Tags(string text, string? format = null) => [.. From(text, format).Tags.Select(Line)];

    public static string Line(Tag tag) => FormattableString.Invariant($"{tag.Kind} {tag.Label} {tag.Span.Start.Seconds}-{tag.Span.End.Seconds} {tag.Confidence.Value}");
}
