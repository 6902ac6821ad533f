using VideoIndex.Interchange.Sidecars.Shapes;
using VideoIndex.Jobs;
using VideoIndex.Media;
using VideoIndex.Sidecars;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Sidecars.Forms;

/// <summary>The video itself, and what its container says.</summary>
internal static class VideoForm
{
    public static VideoShape Of(Video video) => new(
        video.Id.ToString(), video.Path, video.Bytes, Making.Text(video.Modified), Making.Text(video.Added), video.State.ToString().ToLowerInvariant(), video.Extent.Start, video.Extent.End, video.Frames, video.Run)
    {
        Code = video.Code,
        Sentence = video.Sentence,
        Coverage = video.Coverage,
        Rate = video.Rate,
        Timecodes = video.Timecodes is { } track ? new TimecodesShape(track.First.Frame, track.First.Rate, track.First.DropFrame, track.FirstFrame) : null,
        Probe = video.Probe is { } probe ? Of(probe) : null,
        Meter = video.Meter is { } meter ? new MeterShape(meter.WallMilliseconds, meter.Decodes, [.. meter.Stages.Select(Of)]) : null,
        Notes = Making.Filled(video.Notes),
    };

    public static Video Read(VideoShape shape) => Making.Made("/video", () => new Video
    {
        Id = VideoId.TryParse(shape.Id, out var id) && shape.Id == id.ToString() ? id : throw new FormatException("a video's id is 32 lower-case hex digits."),
        Path = shape.Path,
        Bytes = shape.Bytes,
        Modified = Making.Made("/video/modified", () => Making.Day(shape.Modified)),
        Added = Making.Made("/video/added", () => Making.Day(shape.Added)),
        State = Word<VideoState>(shape.State, "/video/state"),
        Extent = Making.Made("/video/end", () => Making.Span(shape.Start, shape.End)),
        Frames = shape.Frames,
        Run = shape.Run,
        Code = shape.Code,
        Sentence = shape.Sentence,
        Coverage = shape.Coverage,
        Rate = shape.Rate,
        Timecodes = shape.Timecodes is { } track ? Making.Made("/video/timecodes", () => Read(track)) : null,
        Probe = shape.Probe is { } probe ? Read(probe) : null,
        Meter = shape.Meter is { } meter ? new Meter(meter.WallMilliseconds, meter.Decodes, Making.Each(meter.Stages, "/video/meter/stages", Read)) : null,
        Notes = Making.Texts(shape.Notes, "/video/notes"),
    });

    /// <summary>Reads a word that stands for one of few: in small letters, and never a number.</summary>
    public static T Word<T>(string word, string pointer)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant());
        return words.TryGetValue(word, out var meant) ? meant : throw new SidecarException("bad-sidecar", $"The word is one of {string.Join(", ", words.Keys)}.", pointer);
    }

    private static StageShape Of(StageCost stage) => new(stage.Stage, stage.Jobs, stage.Cost.WallMilliseconds, stage.Cost.CpuMilliseconds, stage.Cost.BytesRead);

    private static StageCost Read(StageShape stage, string pointer) => new(stage.Stage, stage.Jobs, new JobCost(stage.WallMilliseconds, stage.CpuMilliseconds, stage.BytesRead));

    private static TimecodeTrack Read(TimecodesShape track)
    {
        var first = Timecode.FromFrame(track.Frame, track.Rate, track.DropFrame);
        return first.Frame == track.Frame ? new TimecodeTrack(first, track.FirstFrame) : throw new FormatException($"there is no frame {track.Frame} in a day of timecode.");
    }

    private static ProbeShape Of(MediaProbe probe) => new(
        probe.Format,
        [.. probe.Pictures.Select(track => new PicturesShape(track.Index, track.Codec, track.Width, track.Height, track.PixelAspect, track.Rotation, track.TimeBase, track.HasClosedCaptions, track.IsDefault)
        {
            StartTimestamp = track.StartTimestamp,
            DeclaredRate = track.DeclaredRate,
            AverageRate = track.AverageRate,
            DeclaredDuration = track.DeclaredDuration,
            DeclaredFrames = track.DeclaredFrames,
            PixelFormat = track.PixelFormat,
            Colour = track.Colour,
            Language = track.Language,
        })],
        [.. probe.Audio.Select(track => new AudioShape(track.Index, track.Number, track.Codec, track.SampleRate, track.Channels, track.TimeBase)
        {
            StartTimestamp = track.StartTimestamp,
            Language = track.Language,
            Title = track.Title,
        })],
        [.. probe.Captions.Select(track => new CaptionsShape(track.Index, track.Number, track.Codec, track.TimeBase) { Language = track.Language, Title = track.Title })],
        [.. probe.Chapters.Select(chapter => new ChapterShape(chapter.Number, chapter.Span.Start, chapter.Span.End, chapter.Title))],
        probe.Attributes)
    {
        DeclaredDuration = probe.DeclaredDuration,
        StartTimecode = probe.StartTimecode,
        StartTimecodeRate = probe.StartTimecodeRate,
    };

    private static MediaProbe Read(ProbeShape probe) => new()
    {
        Format = probe.Format,
        DeclaredDuration = probe.DeclaredDuration,
        StartTimecode = probe.StartTimecode,
        StartTimecodeRate = probe.StartTimecodeRate,
        Pictures = Making.Each(probe.Pictures, "/video/probe/pictures", Read),
        Audio = Making.Each(probe.Audio, "/video/probe/audio", (track, _) => new AudioTrack
        {
            Index = track.Index,
            Number = track.Number,
            Codec = track.Codec,
            SampleRate = track.SampleRate,
            Channels = track.Channels,
            TimeBase = track.TimeBase,
            StartTimestamp = track.StartTimestamp,
            Language = track.Language,
            Title = track.Title,
        }),
        Captions = Making.Each(probe.Captions, "/video/probe/captions", (track, _) => new CaptionTrack
        {
            Index = track.Index,
            Number = track.Number,
            Codec = track.Codec,
            TimeBase = track.TimeBase,
            Language = track.Language,
            Title = track.Title,
        }),
        Chapters = Making.Each(probe.Chapters, "/video/probe/chapters", (chapter, _) => new Chapter(chapter.Number, Making.Span(chapter.Start, chapter.End), chapter.Title)),
        Attributes = Making.Table(probe.Attributes, "/video/probe/attributes"),
    };

    private static PictureTrack Read(PicturesShape track, string pointer) => new()
    {
        Index = track.Index,
        Codec = track.Codec,
        Width = track.Width,
        Height = track.Height,
        PixelAspect = track.PixelAspect,
        Rotation = track.Rotation,
        TimeBase = track.TimeBase,
        StartTimestamp = track.StartTimestamp,
        DeclaredRate = track.DeclaredRate,
        AverageRate = track.AverageRate,
        DeclaredDuration = track.DeclaredDuration,
        DeclaredFrames = track.DeclaredFrames,
        PixelFormat = track.PixelFormat,
        Colour = track.Colour,
        HasClosedCaptions = track.HasClosedCaptions,
        IsDefault = track.IsDefault,
        Language = track.Language,
    };
}
