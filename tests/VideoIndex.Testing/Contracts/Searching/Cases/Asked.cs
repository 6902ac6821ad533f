using System.Globalization;

namespace VideoIndex.Testing.Contracts.Searching.Cases;

/// <summary>How many random questions are asked.</summary>
public static class Asked
{
    /// <summary>Gets the number: 10,000, or what the variable <c>VIDEOINDEX_CASES</c> says.</summary>
    public static int Cases { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("VIDEOINDEX_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 10_000;
}
