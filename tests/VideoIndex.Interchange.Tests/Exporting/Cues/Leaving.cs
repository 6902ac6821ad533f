using System.Security.Cryptography;
using System.Text;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Search.Language;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Tests.Exporting.Cues;

/// <summary>Sheets to write.</summary>
internal static class Leaving
{
    /// <summary>When all exports here are made.</summary>
    public static readonly ExportRules Rules = new() { Made = new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero) };

    /// <summary>Text that formats take for their own signs, or cannot hold.</summary>
    public static readonly IReadOnlyList<string> Hostile =
    [
        "Acme", "a < b && c > d", "before --> after", "=CMD()", "+1", "-2 boards", "@here", "'quoted", "'=1", "''=2", "say \"hi\"", "a,b;c#d\\e=f", "one\ntwo", "one\r\n\r\ntwo", "tab\there",
        " spaces around ", "NOTE this", "WEBVTT", "STYLE", "7", "{\\an8}top", "<v Tom>hi", "|pipe|", "Größe 5 €", "日本語の字幕", "שלום", "\u202Eright to left", "𝄞 music", "bell\u0007", "nul\0",
        "half \uD800", "\u2028line separator", "]]>", "<!--", "1:00 looks like a time", "&lt;", "\uFFFE",
    ];

    /// <summary>The usual sheet: a match at 30000/1001 with drop-frame labels from ten o'clock, two minutes long.</summary>
    public static ExportSheet Match(params ExportMoment[] moments) => Sheet(Video(FrameRate.Ntsc, 3600, "10:00:00;00"), moments);

    /// <summary>Three moments, two at once, one with all there is to say of one.</summary>
    public static ExportSheet Usual() => Match(
        Moment(900, 1080, "Acme, Inc.") with
        {
            Box = new PictureBox(1250, 20, 3000, 500),
            Status = ReviewStatus.Verified,
            How = "3 sightings.",
            Origin = new Origin("model", "logo-features", "2"),
            Confidence = new Confidence(0.93),
        },
        Moment(1000, 1300, "A <perfect> free kick", "say") with { Language = "en", Speaker = "left", Origin = new Origin("captions", "cea-608 CC1") },
        Moment(2400, 2401, "=Bolt & Co", "text") with { Language = "eng" });

    public static ExportMoment Moment(int first, int until, string name = "Acme", string kind = "logo") => Moment(FrameRate.Ntsc, first, until, name, kind);

    public static ExportMoment Moment(FrameRate rate, int first, int until, string name = "Acme", string kind = "logo") =>
        new(new MediaSpan(rate.StartOf(first), rate.StartOf(until)), kind, name, new Confidence(1), new Origin("model", "test", "1"));

    public static Video Video(FrameRate? rate, int frames, string? start = null, string name = "Match Day.mov")
    {
        var first = Timecode.TryParse(start, rate ?? FrameRate.Pal, out var label) ? label : (Timecode?)null;
        return new Video
        {
            Id = new VideoId(SHA256.HashData(Encoding.UTF8.GetBytes(name))),
            Path = "/footage/" + name,
            Bytes = 1,
            Modified = default,
            Added = default,
            State = VideoState.Ok,
            Extent = new MediaSpan(default, (rate ?? FrameRate.Pal).StartOf(frames)),
            Frames = frames,
            Rate = rate,
            Probe = new MediaProbe { Format = "mov", StartTimecode = start },
            Timecodes = rate is { } constant ? first is { } named ? new TimecodeTrack(named, default) : TimecodeTrack.Running(constant, default) : null,
        };
    }

    public static ExportSheet Sheet(Video video, params ExportMoment[] moments) => new("goals", [Exported(video, moments)]);

    public static ExportedVideo Exported(Video video, params ExportMoment[] moments) => new(new VideoContents(video, Shots(video), [], []), moments);

    /// <summary>A sheet of what is said.</summary>
    public static ExportSheet Said(Video video, params Transcript[] transcripts) => new(
        "said",
        [
            Exported(video, [.. transcripts.SelectMany(transcript => transcript.Utterances).Select(utterance => new ExportMoment(utterance.Span, "say", utterance.Text, new Confidence(1), transcripts[0].Origin))])
                with { Transcripts = transcripts },
        ]);

    /// <summary>Writes a sheet as a format by its name, as the plan decides it.</summary>
    public static ExportResult Written(this ExportSheet sheet, string format, ExportRules? rules = null) =>
        ExportWriters.Named(format)!.Write(ExportPlan.Of(sheet, rules ?? Rules), rules ?? Rules);

    /// <summary>Writes a sheet as a format that has one file for it.</summary>
    public static string Text(this ExportSheet sheet, string format, ExportRules? rules = null) => Assert.Single(sheet.Written(format, rules).Files).Text;

    /// <summary>Returns the files and the notes, for golden files.</summary>
    public static string Told(this ExportResult result) =>
        string.Concat(result.Files.Select(file => $"== '{file.Part}', {file.Moments} moments\n{file.Text.Replace("\r\n", "<CRLF>\n", StringComparison.Ordinal)}")) + "== notes\n" + string.Join('\n', result.Notes) + "\n";

    private static List<ShotRecord> Shots(Video video) => [new(new Shot(1, video.Extent), video.Extent.Start, null)];
}
