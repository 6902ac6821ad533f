using VideoIndex.Interchange.Exposure.Html;
using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Exposure;
using VideoIndex.Logos.Recognition;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exposure;

/// <summary>Reports to write.</summary>
internal static class Reports
{
    /// <summary>A small report: two brands seen in one of two videos, one that is not, and one video that could not be searched.</summary>
    public static SponsorPage Small(string acme = "Acme", AppearanceEvidence? evidence = null) => Page(
        "Cup",
        [(acme, 1, 1), ("Bolt", 0, 0), ("Cask", 0, 0)],
        [
            Row(acme, "footage/match.mp4", (0, 30), 1.25m) with { Evidence = evidence },
            Row(acme, "footage/match.mp4", (20, 45), 0.5m, "top-left"),
            Row("Bolt", "footage/match.mp4", (40, 70), 3m, "bottom-right"),
        ],
        [Video("footage/match.mp4"), Video("footage/late.mp4", searched: false)],
        [
            new BrandMention(acme, Spoken: true, "footage/match.mp4", Span(3, 9), $"and {acme} again", 1),
            new BrandMention(acme, Spoken: false, "footage/match.mp4", Span(10, 11), acme, 1),
        ],
        ["'late.mp4' has no keypoints."]);

    /// <summary>A report of many appearances, drawn from a seed: some overlap, some touch, some are a frame long.</summary>
    public static SponsorPage Many(int seed, int rows, int brands = 7, int videos = 3)
    {
        var random = new Random(seed);
        var (names, files) = (Enumerable.Range(0, brands).Select(at => $"Brand {at}").ToList(), Enumerable.Range(0, videos).Select(at => $"footage/{at}.mp4").ToList());
        return Page(
            null,
            [.. names.Select(name => (name, 0, 0)), ("Never", 0, 0)],
            [.. Enumerable.Range(0, rows).Select(_ =>
            {
                var start = random.Next(5000);
                var zone = AppearanceExposure.Zones[random.Next(9)];
                return Row(names[random.Next(brands)], files[random.Next(videos)], (start, start + 1 + random.Next(120)), random.Next(1, 40_000_000) / 1_000_000m, zone);
            })],
            [.. files.Select(file => Video(file, length: 6000))],
            [],
            []);
    }

    /// <summary>A report of no brand, no video, nothing.</summary>
    public static SponsorPage Empty() => Page(null, [("Acme", 0, 0)], [], [], [], []);

    private static SponsorPage Page(
        string? group,
        IReadOnlyList<(string, int, int)> brands,
        IReadOnlyList<AppearanceExposure> rows,
        IReadOnlyList<SearchedVideo> videos,
        IReadOnlyList<BrandMention> mentions,
        IReadOnlyList<string> notes) => new(
            group,
            ExposureReport.Of(ExposureRule.Viewable, brands, rows),
            new ReportBasis(
                "dog-sift/1",
                AppearanceRule.Default,
                videos,
                [.. brands.Select((brand, at) => new SoughtLogo(brand.Item1, "main", new LogoGrade("ABC"[at % 3], 70 - (20 * (at % 3)), 1), [$"{at}cafe"]))],
                mentions),
            notes);

    private static AppearanceExposure Row(string brand, string video, (int Start, int End) frames, decimal area, string zone = "centre")
    {
        var span = Span(frames.Start, frames.End);
        var seconds = span.Duration.Seconds;
        return new AppearanceExposure(
            brand, "main", video, span, (default, new Rational(1, 4)), seconds >= new Rational(2, 1) ? seconds : default, 5, 6, area, area * 2, 100m, 0.5m, zone, 0.1m, 25m)
        {
            ByRule = [seconds >= new Rational(2, 1) ? seconds : default, seconds >= new Rational(1, 1) ? seconds : default],
        };
    }

    private static SearchedVideo Video(string path, bool searched = true, int length = 100) => new(
        "00c0ffee", path, Span(0, length), TimecodeTrack.Running(FrameRate.Ntsc, default), searched ? "beefbeef" : null);

    private static MediaSpan Span(int first, int end) => new(FrameRate.Ntsc.StartOf(first), FrameRate.Ntsc.StartOf(end));
}
