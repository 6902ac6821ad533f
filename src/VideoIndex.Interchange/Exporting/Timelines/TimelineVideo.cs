using VideoIndex.Exporting;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Timelines;

/// <summary>One video of a sheet as a timeline sees it: a file that has frames, and where its frames are in it.</summary>
/// <remarks>
/// Frames are counted three ways. From the first picture, which is 0: what everything else here does. From the beginning of the file, as a clip on a timeline is cut:
/// where the file has no timecode of its own, that is where a player's clock starts, which may be before the first picture. From midnight of the file's timecode.
/// </remarks>
internal sealed class TimelineVideo
{
    private readonly long _pictures;

    private TimelineVideo(ExportedVideo video, TimecodeTrack labels)
    {
        (Video, Labels) = (video, labels);
        var source = video.Video.Timecodes ?? TimecodeTrack.Running(labels.First.Rate, labels.FirstFrame);
        var counted = TimecodeTrack.Running(source.First.Rate, source.FirstFrame).First;
        var hasOwn = source.First != counted;
        FileStart = hasOwn ? source.First : Timecode.FromFrame(0, counted.Rate, counted.DropFrame);
        Lead = hasOwn ? 0 : (source.FirstFrame.Seconds * counted.Rate.FramesPerSecond).Round();
        _pictures = labels.FramesOf(video.Video.Extent).Until;
    }

    /// <summary>Gets what was chosen of it.</summary>
    public ExportedVideo Video { get; }

    /// <summary>Gets what numbers and names its frames in this export.</summary>
    public TimecodeTrack Labels { get; }

    /// <summary>Gets the rate of its pictures.</summary>
    public FrameRate Rate => Labels.First.Rate;

    /// <summary>Gets the label of the file's beginning in the file's own timecode, whatever the export names frames by.</summary>
    public Timecode FileStart { get; }

    /// <summary>Gets how many frames the file begins before its first picture: above 0 only where sound starts first and there is no timecode.</summary>
    public long Lead { get; }

    /// <summary>Gets how many frames long the file is, from its beginning.</summary>
    public long Length => Lead + _pictures;

    /// <summary>Gets the size of the picture as it is shown; null where the file does not say.</summary>
    public (int Width, int Height)? Size => Video.Video.Probe is { Pictures: [{ Width: > 0, Height: > 0 } picture, ..] }
        ? picture.Rotation % 180 == 0 ? (picture.Width, picture.Height) : (picture.Height, picture.Width)
        : null;

    /// <summary>Gets the shape of a pixel of it, width over height.</summary>
    public Rational PixelAspect => Video.Video.Probe is { Pictures: [{ PixelAspect.Numerator: > 0 } picture, ..] }
        ? picture.Rotation % 180 == 0 ? picture.PixelAspect : new Rational(1, 1) / picture.PixelAspect
        : new Rational(1, 1);

    /// <summary>Gets the sound a player starts with; null where there is none.</summary>
    public AudioTrack? Sound => Video.Video.Probe is { Audio: [{ Channels: > 0 } sound, ..] } ? sound : null;

    /// <summary>Returns a video of a sheet.</summary>
    /// <exception cref="ExportException"><c>variable-rate</c>: none of its frames has a number.</exception>
    public static TimelineVideo Of(ExportedVideo video) => video.Labels is { } labels
        ? new TimelineVideo(video, labels)
        : throw new ExportException("variable-rate", video.Video.Frames == 0
            ? $"'{video.Name}' has no pictures, so a timeline has no frames of it: export it as captions or a table."
            : $"The frames of '{video.Name}' keep no constant rate, so they have no numbers: choose the rate of a conformed copy with --rate, or export captions or a table.");

    /// <summary>Returns the frames of a moment that there are, at least one, counted from the first picture.</summary>
    public FrameRange FramesOf(ExportMoment moment)
    {
        var meant = Labels.FramesOf(moment.Span);
        var first = Math.Clamp(meant.First, 0, Math.Max(0, _pictures - 1));
        return new FrameRange(first, Math.Clamp(meant.Until, first + 1, Math.Max(first + 1, _pictures)));
    }

    /// <summary>Returns whether a moment reaches where there is sound and no picture, so that <see cref="FramesOf"/> cuts it.</summary>
    public bool IsCut(ExportMoment moment) => Labels.FramesOf(moment.Span) != FramesOf(moment);

    /// <summary>Returns a frame's number counted from midnight of the file's own timecode; it goes on past the next midnight.</summary>
    public long OnTape(long frame) => FileStart.Frame + Lead + frame;
}
