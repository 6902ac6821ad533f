using VideoIndex.Exporting;
using VideoIndex.Interchange.Tests.Exactness;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Hostile;

/// <summary>Sheets of three moments far apart: a harmless one, one of which everything that is text is hostile, and another harmless one.</summary>
internal static class HostileSheets
{
    public const string Before = "before";
    public const string After = "after";

    private static readonly DrawnVideo Video = new("films.mov", new DrawnRate(25, 1, Drop: false), 15_000, 0, InMilliseconds: false, Label: 900_000);

    /// <summary>Gets what is true of such a sheet.</summary>
    public static DrawnSheet Drawn(string name) => new([(Video, [At(Before, 0), At(name, 500), At(After, 1000)])]);

    /// <summary>Makes one.</summary>
    public static (ExportSheet Sheet, ExportRules Rules) With(string text)
    {
        var rules = new ExportRules { Made = A.Day(1), LinkBase = "https://example.org/films/" };
        _ = Timecode.TryParse("10:00:00:00", FrameRate.Pal, out var first);
        var hostile = Moment(text, 500) with { Speaker = text, How = text, Language = text, Origin = new Origin("model", text, text) };
        ExportMoment[] moments = [Moment(Before, 0), hostile, Moment(After, 1000)];
        var contents = A.Video("/films/" + text, "hostile").With(contents => contents with
        {
            Tags = [.. moments.Select(moment => new Tag(contents.Video.Id, moment.Span, moment.Kind, moment.Name, moment.Confidence, moment.Origin) { Language = moment.Language, How = moment.How })],
            Video = contents.Video with { Extent = new MediaSpan(default, FrameRate.Pal.StartOf(Video.Frames)), Frames = Video.Frames, Timecodes = new TimecodeTrack(first, default) },
        }).Contents;
        var video = new ExportedVideo(contents, moments) { Reel = text };
        return (ExportPlan.Of(new ExportSheet(text, [video]) { Notes = [text] }, rules), rules);
    }

    private static DrawnMoment At(string name, long first) => new(name, first, first + 125, Video.StartOf(first), Video.StartOf(first + 125));

    private static ExportMoment Moment(string name, long first) =>
        new(new MediaSpan(FrameRate.Pal.StartOf(first), FrameRate.Pal.StartOf(first + 125)), "logo", name, new Confidence(0.5), new Origin("person", "ada"));
}
