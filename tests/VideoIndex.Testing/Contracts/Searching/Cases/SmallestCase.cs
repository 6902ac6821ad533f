using VideoIndex.Search.Conditions;
using VideoIndex.Search.Language;
using VideoIndex.Timing;

namespace VideoIndex.Testing.Contracts.Searching.Cases;

/// <summary>Makes a case that fails as small as it can: it takes videos, things and parts of the question away for as long as it still fails.</summary>
public static class SmallestCase
{
    /// <summary>Returns the smallest case that was found.</summary>
    public static SearchCase Of(SearchCase failing, Func<SearchCase, bool> fails)
    {
        while (Smaller(failing).FirstOrDefault(fails) is { } smaller)
        {
            failing = smaller;
        }

        return failing;
    }

    /// <summary>Returns the smallest question that was found to fail where the videos are given, in an engine.</summary>
    public static async Task<Clause> OfAsync(Clause failing, Func<Clause, Task<bool>> failsAsync)
    {
        ArgumentNullException.ThrowIfNull(failsAsync);
        for (var smaller = new Queue<Clause>(Smaller(failing)); smaller.TryDequeue(out var clause);)
        {
            if (await failsAsync(clause))
            {
                (failing, smaller) = (clause, new Queue<Clause>(Smaller(clause)));
            }
        }

        return failing;
    }

    private static IEnumerable<SearchCase> Smaller(SearchCase large) =>
    [
        .. large.Videos.Count > 1 ? large.Videos.Select(video => large with { Videos = [video] }) : [],
        .. Smaller(large.Clause).Select(clause => large with { Clause = clause }),
        .. from video in large.Videos
           from thing in video.Things
           where thing.Field != "video"
           select large with { Videos = [.. large.Videos.Select(one => one == video ? one with { Things = [.. one.Things.Where(other => other != thing)] } : one)] },
        .. from video in large.Videos
           from detector in video.Detectors.Keys
           select large with { Videos = [.. large.Videos.Select(one => one == video ? one with { Detectors = one.Detectors.Where(other => other.Key != detector).ToDictionary() } : one)] },
    ];

    private static IEnumerable<Clause> Smaller(Clause clause) => clause switch
    {
        TermClause term =>
        [
            .. term.Wordings.Count > 1 ? term.Wordings.Select(wording => term with { Wordings = [wording] }) : [],
            .. Without(term.Conditions).Select(less => term with { Conditions = less }),
            .. term.Wordings.Any(wording => wording.Alternatives.Count > 0) ? [term with { Wordings = [.. term.Wordings.Select(wording => wording with { Alternatives = [] })] }] : Array.Empty<Clause>(),
        ],
        AndClause all => Smaller(all.Parts, parts => new AndClause(parts)),
        OrClause any => Smaller(any.Parts, parts => new OrClause(parts)),
        NotClause not => Smaller(not.Part).Select(part => new NotClause(part)),
        LastingClause lasting => [lasting.Part, .. Smaller(lasting.Part).Select(part => lasting with { Part = part })],
        PickClause pick => [pick.Part, .. Smaller(pick.Part).Select(part => pick with { Part = part })],
        TimeClause time =>
        [
            time.Left, time.Right, .. Smaller(time.Left).Select(part => time with { Left = part }), .. Smaller(time.Right).Select(part => time with { Right = part }),
            .. time.Seconds is { } seconds && seconds != default ? [time with { Seconds = default(Rational) }] : Array.Empty<Clause>(),
        ],
        _ => [],
    };

    private static IEnumerable<Clause> Smaller(IReadOnlyList<Clause> parts, Func<IReadOnlyList<Clause>, Clause> make) =>
    [
        .. parts.Where(part => part is not NotClause),
        .. parts.Count > 2 ? parts.Select((_, at) => make([.. parts.Where((_, other) => other != at)])) : [],
        .. parts.SelectMany((part, at) => Smaller(part).Select(smaller => make([.. parts.Select((one, other) => other == at ? smaller : one)]))),
    ];

    private static IEnumerable<TermConditions> Without(TermConditions asked) =>
        new[] { asked with { Count = null }, asked with { For = null }, asked with { Area = null }, asked with { Zone = null } }.Where(less => less != asked);
}
