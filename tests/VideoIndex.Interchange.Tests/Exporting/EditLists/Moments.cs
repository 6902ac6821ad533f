using System.Security.Cryptography;
using System.Text;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting;
using VideoIndex.Media;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Tests.Exporting.EditLists;

/// <summary>Videos with moments that begin and end with a frame.</summary>
internal static class Moments
{
    public static readonly Origin Model = new("model", "logo-features", "2");

    public static readonly FrameRate Ntsc60 = new(60_000, 1001);

    /// <summary>A video of so many frames; its first bears the label, or those of a player's zero where there is none.</summary>
    public static Video Video(string path, FrameRate rate, string? label = null, long frames = 1_000_000, MediaTime firstFrame = default)
    {
        var track = TimecodeTrack.Running(rate, firstFrame);
        track = label is null ? track : track with { First = Timecode.TryParse(label, rate, out var first) ? first : throw new ArgumentException(label) };
        var bare = Bare(path);
        return bare with
        {
            Probe = bare.Probe! with { StartTimecode = label },
            Frames = frames,
            Rate = rate,
            Timecodes = track,
            Extent = new MediaSpan(default, track.TimeOf(frames)),
        };
    }

    /// <summary>A video whose rate varies.</summary>
    public static Video Varying(string path, long seconds = 600) => Bare(path) with { Frames = seconds * 20, Extent = new MediaSpan(default, new MediaTime(new Rational(seconds, 1))) };

    public static ExportMoment Moment(Video video, long first, long until, string name, string kind = "logo") =>
        new(new MediaSpan(video.Timecodes!.TimeOf(first), video.Timecodes.TimeOf(until)), kind, name, new Confidence(0.93), Model);

    public static ExportMoment Moment(MediaSpan span, string name, string kind = "logo") => new(span, kind, name, new Confidence(0.93), Model);

    public static ExportedVideo With(this Video video, params ExportMoment[] moments) => new(new VideoContents(video, [], [], []), moments);

    public static ExportSheet Sheet(params ExportedVideo[] videos) => new("Match day", videos);

    public static ExportResult Export(this IExportWriter writer, ExportSheet sheet, ExportRules? rules = null) =>
        writer.Write(ExportPlan.Of(sheet, rules ?? new ExportRules()), rules ?? new ExportRules());

    /// <summary>All of a result, as a golden file holds it.</summary>
    public static string Spell(this ExportResult result, string ending) => string.Concat(
        result.Files.Select(file => $"=== {file.Part}{ending}, {file.Moments} moments\n{file.Text}")
            .Concat(result.Notes.Select(note => $"--- {note}\n")));

    private static Video Bare(string path) => new()
    {
        Id = new VideoId(SHA256.HashData(Encoding.UTF8.GetBytes(path))),
        Path = path,
        Bytes = 12_345_678,
        Modified = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        Added = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero),
        State = VideoState.Ok,
        Probe = new MediaProbe
        {
            Format = "mov,mp4,m4a,3gp,3g2,mj2",
            Pictures = [new PictureTrack { Index = 0, Codec = "h264", Width = 1920, Height = 1080, TimeBase = new Rational(1, 90_000) }],
            Audio = [new AudioTrack { Index = 1, Number = 1, Codec = "aac", SampleRate = 48_000, Channels = 2, TimeBase = new Rational(1, 48_000) }],
        },
    };
}
