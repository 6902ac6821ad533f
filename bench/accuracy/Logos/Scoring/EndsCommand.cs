namespace VideoIndex.Accuracy.Logos.Scoring;

/// <summary>Says how far off the ends of found appearances are, by what makes a mark come or go, and where exposure is lost.</summary>
internal static class EndsCommand
{
    private static readonly string[] Kinds = ["cut", "edge", "hidden", "dissolve", "change"];

    public static int Run(string folder, IReadOnlyList<string> finders)
    {
        var set = SetTruth.Read(folder, null);
        Console.WriteLine($"| finder | {string.Join(" | ", Kinds.Select(kind => $"{kind}: ends, half within, nine in ten within"))} | all | exposure wrong | of marks never found | of looks missed within or before | of what is not there |");
        Console.WriteLine($"|---|{string.Concat(Kinds.Select(_ => "---|"))}---|---|---|---|---|");
        foreach (var finder in finders.Count > 0 ? finders : set.Finders)
        {
            Print(set, finder);
        }

        return 0;
    }

    private static void Print(SetTruth set, string finder)
    {
        var (found, off) = (set.Found(finder), new List<(string Kind, int Frames)>());
        var (all, never, missed, extra) = (0.0, 0.0, 0.0, 0.0);
        for (var at = 0; at < set.Clips.Count; at++)
        {
            var (clip, given) = (set.Clips[at], (found[at].Appearances ?? []).ToLookup(one => one.Logo));
            foreach (var truth in clip.Appearances().Where(one => set.Logos.ContainsKey(one.Logo)).GroupBy(one => one.Logo))
            {
                var (on, seen) = (Frames(truth), Frames(given[truth.Key]));
                all += on.Count / clip.Header.PerSecond;
                (never, missed) = seen.Overlaps(on) ? (never, missed + (on.Except(seen).Count() / clip.Header.PerSecond)) : (never + (on.Count / clip.Header.PerSecond), missed);
                extra += seen.Except(on).Count() / clip.Header.PerSecond;
                off.AddRange(truth.SelectMany(one => Ends(clip, one, given[truth.Key])));
            }

            extra += given.Where(group => clip.Appearances().All(one => one.Logo != group.Key)).Sum(group => Frames(group).Count / clip.Header.PerSecond);
        }

        Console.WriteLine($"| {finder} | {string.Join(" | ", Kinds.Select(kind => Cell(off.Where(one => one.Kind == kind))))} | {Cell(off)} | {Share(never + missed + extra)} | {Share(never)} | {Share(missed)} | {Share(extra)} |");

        string Share(double seconds) => SetTruth.Text(100 * seconds / all, "0") + " %";
    }

    private static HashSet<int> Frames(IEnumerable<Appearance> stays) => [.. stays.SelectMany(one => Enumerable.Range(one.First, one.Frames))];

    // Of each true appearance that shares half of its time with one that was found.
    private static IEnumerable<(string Kind, int Frames)> Ends(ClipTruth clip, Appearance truth, IEnumerable<Appearance> found)
    {
        var best = found.MaxBy(one => Shared(one, truth));
        if (best is null || Shared(best, truth) < 0.5)
        {
            yield break;
        }

        yield return (Kind(clip, truth, truth.First - 1), Math.Abs(best.First - truth.First));
        yield return (Kind(clip, truth, truth.Last + 1), Math.Abs(best.Last - truth.Last));
    }

    private static double Shared(Appearance one, Appearance other)
    {
        var shared = Math.Max(0, Math.Min(one.Last, other.Last) - Math.Max(one.First, other.First) + 1);
        return (double)shared / (one.Frames + other.Frames - shared);
    }

    // What keeps the mark from being on the screen in the frame beside its appearance.
    private static string Kind(ClipTruth clip, Appearance truth, int beside)
    {
        if (beside < 0 || beside >= clip.Header.Frames || clip.Header.Cuts.Contains(Math.Max(beside, beside < truth.First ? truth.First : beside)))
        {
            return "cut";
        }

        var row = clip.Rows.Where(row => row.Frame == beside && row.Logo == truth.Logo).MaxBy(row => row.Visible * row.Share);
        return row is null ? "change" : row.InFrame < 0.5 ? "edge" : row.Visible >= 0.5 ? "dissolve" : "hidden";
    }

    private static string Cell(IEnumerable<(string Kind, int Frames)> ends)
    {
        var sorted = ends.Select(end => end.Frames).Order().ToList();
        return sorted.Count == 0 ? "0" : $"{sorted.Count}: {sorted[(sorted.Count - 1) / 2]}, {sorted[(int)((sorted.Count - 1) * 0.9)]}";
    }
}
