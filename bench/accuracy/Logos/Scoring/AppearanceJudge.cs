namespace VideoIndex.Accuracy.Logos.Scoring;

/// <summary>How well appearances were found. Ends are how many frames each end of those found is off; seconds are by mark.</summary>
internal sealed record AppearanceResult(
    int True, int Found, int RightHalf, int RightMost, IReadOnlyList<int> Ends, IReadOnlyDictionary<string, (double True, double Found)> Seconds, double FalseMinutes, int FalseCount)
{
    public double F1Half => Harmonic(RightHalf);

    public double F1Most => Harmonic(RightMost);

    private double Harmonic(int right) => True + Found == 0 ? 0 : 2.0 * right / (True + Found);
}

/// <summary>Compares found appearances with the true ones. Only marks of these grades and true ones of this height or more count; what is found of the others counts for nothing.</summary>
internal sealed class AppearanceJudge(SetTruth set, IReadOnlyList<FoundClip> found, string grades = "ABC", double height = 0)
{
    private const double Half = 0.5, Most = 0.8, LongestGap = 1;

    private readonly List<IReadOnlyList<Appearance>> _true = [.. set.Clips.Select(clip => clip.Appearances())];

    /// <summary>Judges what reaches a threshold.</summary>
    public AppearanceResult Judge(double threshold)
    {
        var (count, all, half, most, falseMinutes, falses) = (0, 0, 0, 0, 0.0, 0);
        var (ends, seconds) = (new List<int>(), new Dictionary<string, (double True, double Found)>());
        for (var at = 0; at < set.Clips.Count; at++)
        {
            var rate = set.Clips[at].Header.PerSecond;
            var truth = _true[at].Where(appearance => set.Logos.ContainsKey(appearance.Logo)).ToLookup(appearance => appearance.Logo);
            var given = Of(set.Clips[at].Header, found[at], threshold).ToLookup(appearance => appearance.Logo);
            foreach (var logo in set.Logos.Values.Where(logo => grades.Contains(logo.Grade, StringComparison.Ordinal)))
            {
                var judged = truth[logo.Name].Where(appearance => appearance.Height >= height).ToList();
                var ignored = truth[logo.Name].Except(judged).ToList();
                var mine = given[logo.Name].Where(one => Best(one, judged) >= Best(one, ignored) && (judged.Count > 0 || ignored.Count == 0 || Best(one, ignored) == 0)).ToList();
                var matches = Match(judged, mine);
                (count, all) = (count + judged.Count, all + mine.Count);
                (half, most) = (half + matches.Count, most + matches.Count(match => Overlap(match.True, match.Found) >= Most));
                ends.AddRange(matches.SelectMany(match => (int[])[match.Found.First - match.True.First, match.Found.Last - match.True.Last]));
                var (was, is_) = (Union(judged) / rate, Union(mine) / rate);
                var sum = seconds.GetValueOrDefault(logo.Name);
                seconds[logo.Name] = (sum.True + was, sum.Found + is_);
                (falseMinutes, falses) = logo.IsPlaced ? (falseMinutes, falses) : (falseMinutes + (is_ / 60), falses + mine.Count);
            }
        }

        return new AppearanceResult(count, all, half, most, ends, seconds, falseMinutes, falses);
    }

    /// <summary>Returns the threshold with the best F1 at half the time shared.</summary>
    public double Best()
    {
        var scores = found.SelectMany(clip => clip.Appearances?.Select(one => one.Score) ?? clip.Marks.Select(mark => mark.Score)).Distinct().Order().ToList();
        var tried = scores.Count <= 100 ? scores : [.. Enumerable.Range(0, 100).Select(at => scores[at * (scores.Count - 1) / 99])];
        return tried.Count == 0 ? double.PositiveInfinity : tried.MaxBy(threshold => Judge(threshold).F1Half);
    }

    // What a finder does not say is made of its marks: those a second or less apart are one, and it lasts a quarter of a second more at each end.
    private static IEnumerable<Appearance> Of(ClipHeader clip, FoundClip found, double threshold)
    {
        if (found.Appearances is { } given)
        {
            return given.Where(one => one.Score >= threshold);
        }

        var (made, more) = (new List<Appearance>(), (int)(clip.PerSecond / 4));
        foreach (var marks in found.Marks.Where(mark => mark.Score >= threshold).GroupBy(mark => mark.Logo))
        {
            var frames = marks.Select(mark => mark.Frame).Distinct().Order().ToList();
            for (var (from, at) = (0, 1); at <= frames.Count; at++)
            {
                if (at == frames.Count || frames[at] - frames[at - 1] > LongestGap * clip.PerSecond + 1)
                {
                    made.Add(new Appearance(marks.Key, Math.Max(0, frames[from] - more), Math.Min(clip.Frames - 1, frames[at - 1] + more)));
                    from = at;
                }
            }
        }

        return made;
    }

    // One to one, those that share most first.
    private static List<(Appearance True, Appearance Found)> Match(List<Appearance> truth, List<Appearance> found)
    {
        var (matches, taken) = (new List<(Appearance True, Appearance Found)>(), new HashSet<Appearance>(ReferenceEqualityComparer.Instance));
        foreach (var (one, other) in truth.SelectMany(_ => found, (one, other) => (one, other))
            .Where(pair => Overlap(pair.one, pair.other) >= Half).OrderByDescending(pair => Overlap(pair.one, pair.other)))
        {
            if (!taken.Contains(one) && !taken.Contains(other))
            {
                taken.Add(one);
                taken.Add(other);
                matches.Add((one, other));
            }
        }

        return matches;
    }

    private static double Best(Appearance one, List<Appearance> others) => others.Count == 0 ? 0 : others.Max(other => Overlap(one, other));

    private static double Overlap(Appearance one, Appearance other)
    {
        var shared = Math.Max(0, Math.Min(one.Last, other.Last) - Math.Max(one.First, other.First) + 1);
        return (double)shared / (one.Frames + other.Frames - shared);
    }

    private static int Union(List<Appearance> appearances)
    {
        var (sum, until) = (0, -1);
        foreach (var one in appearances.OrderBy(one => one.First))
        {
            sum += Math.Max(0, one.Last - Math.Max(until, one.First - 1));
            until = Math.Max(until, one.Last);
        }

        return sum;
    }
}
