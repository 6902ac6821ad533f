using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exactness;

/// <summary>Hands what was drawn to the product.</summary>
internal static class Posed
{
    /// <summary>Plans a sheet as the export does.</summary>
    public static (ExportSheet Sheet, ExportRules Rules) To(DrawnSheet drawn)
    {
        var rules = new ExportRules
        {
            Handles = Length(drawn.Handles),
            MergeGap = drawn.Gap is { } gap ? Length(gap) : null,
            Timecode = drawn.Running ? TimecodeKind.Running : TimecodeKind.Source,
            Start = drawn.Start is { } start ? drawn.Videos[0].Video.Rate.Labels.Of(start) : null,
            LinkBase = "https://example.org/films",
            Made = A.Day(1),
        };
        return (ExportPlan.Of(new ExportSheet("Drawn", [.. drawn.Videos.Select(one => Video(one.Video, one.Moments))]), rules), rules);
    }

    /// <summary>Writes a sheet in a format.</summary>
    public static ExportResult As(IExportWriter writer, DrawnSheet drawn)
    {
        var (sheet, rules) = To(drawn);
        return writer.Write(sheet, rules);
    }

    /// <summary>Plans a sheet of a video whose rate varies.</summary>
    /// <param name="chosen">The rate its frames are named at; null for none.</param>
    public static (ExportSheet Sheet, ExportRules Rules) Varying(FrameRate? chosen)
    {
        var drawn = new DrawnVideo("phone.mp4", DrawnRate.All[0], 500, 0, InMilliseconds: false, Label: null);
        var video = Video(drawn, [new DrawnMoment("v0m0", 24, 48, drawn.StartOf(24), drawn.StartOf(48))]);
        var contents = video.Contents with { Video = video.Video with { Rate = null, Timecodes = null } };
        var rules = new ExportRules { Rate = chosen, Made = A.Day(1) };
        return (ExportPlan.Of(new ExportSheet("Drawn", [video with { Contents = contents }]), rules), rules);
    }

    private static ExportedVideo Video(DrawnVideo video, IReadOnlyList<DrawnMoment> moments)
    {
        var rate = new FrameRate(video.Rate.Top, video.Rate.Bottom);
        var contents = A.Video(video.Name).With(contents => contents with
        {
            Video = contents.Video with
            {
                Extent = new MediaSpan(Time(video.StartOf(0)), Time(video.StartOf(video.Frames))),
                Frames = video.Frames,
                Rate = rate,
                Timecodes = LabelsOf(video, rate),
            },
            Tags = [.. moments.Select(Moment).Select(moment => new Tag(contents.Video.Id, moment.Span, moment.Kind, moment.Name, moment.Confidence, moment.Origin))],
        }).Contents;
        return new ExportedVideo(contents, [.. moments.Select(Moment)]);
    }

    private static TimecodeTrack LabelsOf(DrawnVideo video, FrameRate rate)
    {
        var (words, counted) = video.Otherwise is { } otherwise
            ? (otherwise.Words, new FrameRate(otherwise.Top, video.Rate.Bottom))
            : (video.Label is { } label ? video.Rate.Labels.Of(label) : null, rate);
        var (track, note) = FirstLabel.Of(words, counted, rate, Time(video.StartOf(0)));
        Assert.Null(note);

        // A video that carries no timecode has the labels its rate usually has, which for 30000/1001 are drop-frame.
        return words is null && !video.Rate.Drop ? track with { First = Timecode.FromFrame((Time(video.StartOf(0)).Seconds * rate.FramesPerSecond).Round(), rate) } : track;
    }

    private static ExportMoment Moment(DrawnMoment moment) =>
        new(new MediaSpan(Time(moment.Start), Time(moment.End)), "logo", moment.Name, new Confidence(0.9), new Origin("model", "finder", "2"));

    private static ExportLength Length((Fraction Amount, bool InFrames) drawn) => new(Product(drawn.Amount), drawn.InFrames);

    private static MediaTime Time(Fraction seconds) => new(Product(seconds));

    private static Rational Product(Fraction fraction) => new((long)fraction.Top, (long)fraction.Bottom);
}
