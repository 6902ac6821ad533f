using System.Globalization;
using VideoIndex.Vision.Logos;

namespace VideoIndex.Performance.Logos;

/// <summary>How long a logo that is added later takes to be looked for in what was kept of many hours, and what of it takes how long.</summary>
/// <remarks>
/// What a library keeps is copied until it is of the hours asked for, ten at most, which are then gone through again and again; a look counts as half a second. One thread, processor time. The files are in the system's memory.
/// </remarks>
internal static class LogosBench
{
    private const double MostCopied = 10;

    public static int Run(Options options, string library, string pictures)
    {
        var (hours, most) = (options.Number("--hours", 10), options.Number("--logos", 5));
        var examples = LogoPictures.Read(pictures, most);
        using var copies = new FeatureCopies(library, Math.Min(hours, MostCopied));
        var words = new CodeWords();
        new LogoCost(words, examples, copies.Originals, copies.OriginalVideos).Measure(); // the code is compiled by then
        var cost = new LogoCost(words, examples, copies.Copies, copies.Videos);
        for (var done = 0.0; done < hours; done += copies.Hours)
        {
            cost.Measure();
            Console.Error.WriteLine(FormattableString.Invariant($"{done + copies.Hours:0.0} h: {Memory("VmRSS")} MB resident, {Memory("RssAnon")} of them our own"));
        }

        Print(cost, most);
        return 0;
    }

    private static void Print(LogoCost cost, int logos)
    {
        var ten = 72_000.0 / cost.Looks;
        Console.WriteLine(FormattableString.Invariant(
            $"{cost.Looks / 7200.0:0.0} hours, {cost.Looks} looks, {cost.Tracks / (double)cost.Looks:0} tracks a look, {cost.Tracks * 28 / (cost.Looks / 7200.0) / 1e6:0} MB an hour; peak {Memory("VmHWM")} MB"));
        Console.WriteLine("| logo | places | matches a look | sightings | open, s | compare | gather | poses and pixels | all, s for 10 h | us a look | looks that differ | that may hold it | answer |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var one in cost.Logos.Take(logos))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {one.Name} | {one.Example.Places} | {one.Matches / (double)cost.Looks:0.0} | {one.Sightings} | {ten * cost.Opening / cost.Logos.Count:0.000} | {ten * one.Comparing:0.000} | {ten * one.Gathering:0.000} | {ten * (one.All - one.Comparing - one.Gathering):0.000} | {ten * (one.All + (cost.Opening / cost.Logos.Count)):0.000} | {one.All / cost.Looks * 1e6:0.0} | {one.Changed / (double)cost.Looks:0.00} | {one.MayHold / (double)cost.Looks:0.000} | {one.Answer[..8]} |"));
        }

        Console.WriteLine(FormattableString.Invariant(
            $"mean: {ten * (cost.Logos.Average(one => one.All) + (cost.Opening / cost.Logos.Count)):0.00} s for 10 hours and a logo"));
    }

    private static string Memory(string what) => File.ReadLines("/proc/self/status").Where(line => line.StartsWith(what, StringComparison.Ordinal))
        .Select(line => (long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024).ToString(CultureInfo.InvariantCulture)).Single();
}
