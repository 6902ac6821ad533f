using System.Security.Cryptography;
using System.Text;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting;
using VideoIndex.Media;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Tests.Exporting.Timelines;

/// <summary>Videos and moments to export.</summary>
internal static class Footage
{
    public static Origin Model { get; } = new("model", "logo-features", "2");

    /// <summary>A video of so many frames, its first one labelled as said, or as a player counts where nothing is said.</summary>
    public static Video Video(string path, FrameRate rate, long frames, string? first = null, Rational pictureStarts = default, int channels = 2)
    {
        var start = new MediaTime(pictureStarts);
        var labels = first is null ? TimecodeTrack.Running(rate, start) : new TimecodeTrack(Label(first, rate), start);
        return new Video
        {
            Id = new VideoId(SHA256.HashData(Encoding.UTF8.GetBytes(path))),
            Path = path,
            Bytes = 1,
            Modified = default,
            Added = default,
            Frames = frames,
            Rate = rate,
            Timecodes = labels,
            Extent = new MediaSpan(start, start + new MediaDuration(rate.StartOf(frames).Seconds)),
            Probe = new MediaProbe
            {
                Format = "mov",
                StartTimecode = first,
                Pictures = [new PictureTrack { Index = 0, Codec = "h264", Width = 1920, Height = 1080, TimeBase = new Rational(1, 90_000) }],
                Audio = channels == 0 ? [] : [new AudioTrack { Index = 1, Number = 1, Codec = "aac", SampleRate = 48_000, Channels = channels, TimeBase = new Rational(1, 48_000) }],
            },
        };
    }

    public static Timecode Label(string label, FrameRate rate) => Timecode.TryParse(label, rate, out var read) ? read : throw new FormatException(label);

    /// <summary>A moment from one frame to before another, counted from the first picture.</summary>
    public static ExportMoment Moment(Video video, long first, long until, string kind = "logo", string name = "Acme") =>
        new(new MediaSpan(TimeOf(video, first), TimeOf(video, until)), kind, name, new Confidence(0.93), Model);

    public static ExportSheet Sheet(params ExportedVideo[] videos) => new("Acme in the match", videos);

    public static ExportedVideo Of(Video video, params ExportMoment[] moments) => new(new VideoContents(video, [], [], []), moments);

    /// <summary>What a format makes of a sheet once it is decided.</summary>
    public static ExportResult As(this ExportSheet sheet, string format, ExportRules? rules = null)
    {
        var decided = rules ?? new ExportRules();
        return ExportWriters.Named(format)!.Write(ExportPlan.Of(sheet, decided), decided);
    }

    public static string TextAs(this ExportSheet sheet, string format, ExportRules? rules = null) => Assert.Single(sheet.As(format, rules).Files).Text;

    private static MediaTime TimeOf(Video video, long frame) => new(video.Extent.Start.Seconds + video.Rate!.Value.StartOf(frame).Seconds);
}
