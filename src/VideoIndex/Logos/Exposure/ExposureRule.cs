namespace VideoIndex.Logos.Exposure;

/// <summary>A named, versioned rule that says which exposure counts. Every figure states the rule it was made by.</summary>
/// <param name="Name">What it is called: <c>mrc-50-2/1</c>, the number after the stroke being its version.</param>
/// <param name="LeastVisible">The least share of the mark that must be in the picture, 0 to 1.</param>
/// <param name="LeastArea">The least share of the picture the mark must cover, 0 to 1.</param>
/// <param name="LeastShortSide">The least length of the mark's shorter side, as a share of the picture's height, 0 to 1.</param>
/// <param name="LeastSeconds">The shortest stretch that counts: one without a break in which all of the above holds.</param>
/// <param name="Says">The rule in words.</param>
public sealed record ExposureRule(string Name, double LeastVisible, double LeastArea, double LeastShortSide, decimal LeastSeconds, string Says)
{
    /// <summary>Gets the rule for viewable video advertising by the Media Rating Council: half of it, for two seconds.</summary>
    public static ExposureRule Viewable { get; } = new(
        "mrc-50-2/1", 0.5, 0, 0, 2, "At least half of the mark is in the picture for at least 2 s without a break.");

    /// <summary>Gets a rule like those by which sponsorship is counted: nearly all of it, large enough to be read, for a second.</summary>
    /// <remarks>No agency's own rule: those that are published differ, and most are not.</remarks>
    public static ExposureRule Legible { get; } = new(
        "legible-90-1/1", 0.9, 0.001, 0.03, 1, "At least 90 % of the mark is in the picture, at least 0.1 % of it and 3 % of its height, for at least 1 s without a break.");

    /// <summary>Gets every built-in rule.</summary>
    public static IReadOnlyList<ExposureRule> BuiltIn { get; } = [Viewable, Legible];

    /// <summary>Returns whether one look at a mark counts.</summary>
    internal bool Counts(ExposureSample sample) =>
        sample.Visible >= LeastVisible && sample.Area >= LeastArea && sample.ShortSide >= LeastShortSide;
}
