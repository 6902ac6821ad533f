using System.Globalization;

namespace VideoIndex.Cli.Output;

/// <summary>Numbers as people read them.</summary>
internal static class Counts
{
    /// <summary>Returns a number of things: <c>1 shot</c>, <c>2,000 shots</c>.</summary>
    public static string Of(long count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {thing}{(count == 1 ? "" : "s")}");
}
