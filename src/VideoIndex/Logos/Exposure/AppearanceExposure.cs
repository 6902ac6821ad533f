using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Geometry;
using VideoIndex.Timing;

namespace VideoIndex.Logos.Exposure;

/// <summary>What one appearance is worth telling: one row of a report. The sums over rows are made of these figures, as they stand here.</summary>
/// <param name="Brand">The brand's name.</param>
/// <param name="Logo">The logo's name.</param>
/// <param name="Video">The video's path.</param>
/// <param name="Span">From when to when, exact.</param>
/// <param name="Precision">How far off each end may be, in seconds: half of the stretch it lies in.</param>
/// <param name="Qualified">How many seconds of it count under the rule, exact.</param>
/// <param name="Seen">At how many looks it was seen.</param>
/// <param name="Expected">At how many it could have been.</param>
/// <param name="MeanArea">The share of the picture it covers, by time, in per cent to six places.</param>
/// <param name="LargestArea">The largest share, in per cent to six places.</param>
/// <param name="Visible">The share of the mark in the picture, by time, in per cent to two places.</param>
/// <param name="Clarity">How well it was recognised, by time, 0 to 1 to three places.</param>
/// <param name="Zone">Which ninth of the picture its middle lies in, by time: <c>top-left</c> to <c>bottom-right</c>.</param>
/// <param name="FromCentre">How far its middle lies from the picture's, by time: 0 there, 1 in a corner, to three places.</param>
/// <param name="Score">How sure the recognition is, raw.</param>
public sealed record AppearanceExposure(
    string Brand,
    string Logo,
    string Video,
    MediaSpan Span,
    (Rational Start, Rational End) Precision,
    Rational Qualified,
    int Seen,
    int Expected,
    decimal MeanArea,
    decimal LargestArea,
    decimal Visible,
    decimal Clarity,
    string Zone,
    decimal FromCentre,
    decimal Score)
{
    /// <summary>Gets the names of the ninths of the picture, row by row from the top, each from the left.</summary>
    public static IReadOnlyList<string> Zones { get; } =
        ["top-left", "top-centre", "top-right", "middle-left", "centre", "middle-right", "bottom-left", "bottom-centre", "bottom-right"];

    /// <summary>Gets the files that show it; null where none were asked for.</summary>
    public AppearanceEvidence? Evidence { get; init; }

    /// <summary>Gets how many seconds of it count under each rule of <see cref="ExposureRule.BuiltIn"/>, exact, in that order.</summary>
    public required IReadOnlyList<Rational> ByRule { get; init; }

    /// <summary>Gets how long it lasts, in seconds, exact.</summary>
    public Rational Seconds => Span.Duration.Seconds;

    /// <summary>Gets its seconds times its mean area in per cent, to six places; halves go to the even digit.</summary>
    public decimal AreaSeconds => decimal.Round(MeanArea * Seconds.Numerator / Seconds.Denominator, 6);

    /// <summary>Measures an appearance.</summary>
    /// <param name="named">Whose it is, and where.</param>
    /// <param name="appearance">The appearance.</param>
    /// <param name="size">The size of the looks in pixels.</param>
    /// <param name="rule">What counts.</param>
    public static AppearanceExposure Of((string Brand, string Logo, string Video) named, LogoAppearance appearance, (int Width, int Height) size, ExposureRule rule)
    {
        ArgumentNullException.ThrowIfNull(appearance);
        ArgumentNullException.ThrowIfNull(rule);
        var samples = ExposureSample.Of(appearance, size.Width, size.Height);
        var (x, y) = (Mean(samples, sample => sample.Middle.X), Mean(samples, sample => sample.Middle.Y));
        return new AppearanceExposure(
            named.Brand,
            named.Logo,
            named.Video,
            appearance.Span,
            (Half(appearance.Start), Half(appearance.End)),
            QualifiedSeconds(samples, rule),
            appearance.Sightings.Count,
            appearance.Expected,
            Rounded(100 * Mean(samples, sample => sample.Area), 6),
            Rounded(100 * samples.Max(sample => sample.Area), 6),
            Rounded(100 * Mean(samples, sample => sample.Visible), 2),
            Rounded(Mean(samples, sample => sample.Clarity), 3),
            ZoneOf(x, y),
            Rounded(Mean(samples, sample => FromCentreOf(sample.Middle)), 3),
            Rounded(appearance.Score, 2))
        {
            ByRule = [.. ExposureRule.BuiltIn.Select(other => QualifiedSeconds(samples, other))],
        };
    }

    // Stretches without a break, each long enough by itself.
    private static Rational QualifiedSeconds(IReadOnlyList<ExposureSample> samples, ExposureRule rule)
    {
        var (sum, run) = (default(Rational), default(Rational));
        var least = new Rational((long)(rule.LeastSeconds * 1000), 1000);
        foreach (var sample in samples)
        {
            if (rule.Counts(sample))
            {
                run += sample.Span.Duration.Seconds;
                continue;
            }

            sum += run >= least ? run : default;
            run = default;
        }

        return sum + (run >= least ? run : default);
    }

    private static double Mean(IReadOnlyList<ExposureSample> samples, Func<ExposureSample, double> of)
    {
        var (sum, weight) = (0.0, 0.0);
        foreach (var sample in samples)
        {
            var seconds = Math.Max(1e-9, sample.Span.Duration.Seconds.ToDouble());
            (sum, weight) = (sum + (seconds * of(sample)), weight + seconds);
        }

        return sum / weight;
    }

    private static string ZoneOf(double x, double y) => Zones[(3 * Third(y)) + Third(x)];

    private static int Third(double share) => share < 1.0 / 3 ? 0 : share < 2.0 / 3 ? 1 : 2;

    private static double FromCentreOf(Point middle) => Math.Min(1, middle.To(new Point(0.5, 0.5)) / Math.Sqrt(0.5));

    private static Rational Half(MediaSpan span) => span.Duration.Seconds / new Rational(2, 1);

    private static decimal Rounded(double value, int places) => decimal.Round((decimal)value, places);
}
