namespace VideoIndex.Accuracy.Logos.Scoring;

/// <summary>A registered mark that is on the screen in a frame by which finding is judged.</summary>
internal sealed record Target(string Logo, double Height, string Surface);

/// <summary>What became of something found.</summary>
/// <param name="Logo">The mark it was taken for.</param>
/// <param name="Score">How sure the finder was.</param>
/// <param name="Target">The number of what it hit; null if it is false.</param>
/// <param name="LookAlike">The look-alike it fell for; null if none.</param>
internal sealed record Verdict(string Logo, double Score, int? Target, string? LookAlike);

/// <summary>What was to be found in the judged frames, and what was.</summary>
internal sealed record FrameResult(IReadOnlyList<Target> Targets, IReadOnlyList<Verdict> Verdicts);

/// <summary>Compares what was found with what is there, in the judged frames.</summary>
internal static class FrameJudge
{
    private const double LeastOverlap = 0.5, LeastOnLookAlike = 0.5;

    /// <summary>Each found mark, surest first, hits the one it overlaps most and nothing has hit yet. One that overlaps only what is not on the screen counts for nothing; one found twice is false once.</summary>
    public static FrameResult Judge(SetTruth set, IReadOnlyList<FoundClip> found)
    {
        var (targets, verdicts) = (new List<Target>(), new List<Verdict>());
        for (var at = 0; at < set.Clips.Count; at++)
        {
            var clip = set.Clips[at];
            var rows = clip.Rows.ToLookup(row => row.Frame);
            var marks = found[at].Marks.ToLookup(mark => mark.Frame);
            foreach (var frame in clip.Header.Judged)
            {
                Judge(set, [.. rows[frame]], [.. marks[frame].OrderByDescending(mark => mark.Score)], targets, verdicts);
            }
        }

        return new FrameResult(targets, verdicts);
    }

    private static void Judge(SetTruth set, List<TruthRow> rows, List<Found> marks, List<Target> targets, List<Verdict> verdicts)
    {
        var numbers = new Dictionary<TruthRow, int>();
        foreach (var row in rows.Where(row => row.IsOn && set.Logos.ContainsKey(row.Logo)))
        {
            numbers.Add(row, targets.Count);
            targets.Add(new Target(row.Logo, row.Quad.ShortSide, row.Surface));
        }

        var left = new HashSet<TruthRow>(numbers.Keys);
        foreach (var mark in marks)
        {
            var own = rows.Where(row => row.Logo == mark.Logo).Select(row => (Row: row, Overlap: Quad.Overlap(row.Quad, mark.Quad))).Where(hit => hit.Overlap >= LeastOverlap).ToList();
            var best = own.Where(hit => left.Contains(hit.Row)).OrderByDescending(hit => hit.Overlap).Select(hit => hit.Row).FirstOrDefault();
            if (best is not null)
            {
                left.Remove(best);
                verdicts.Add(new Verdict(mark.Logo, mark.Score, numbers[best], null));
            }
            else if (own.All(hit => hit.Row.IsOn))
            {
                var like = rows.FirstOrDefault(row => row.Like is not null && row.Like == mark.Logo && mark.Quad.IsConvex && mark.Quad.Shared(row.Quad) >= LeastOnLookAlike * mark.Quad.Area);
                verdicts.Add(new Verdict(mark.Logo, mark.Score, null, like?.Logo));
            }
        }
    }
}
